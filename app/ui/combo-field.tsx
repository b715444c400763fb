import { Field, type FieldProps } from './field';
import { LiveCombo } from './live-combo';
import { type Option, SelectOptions } from './select-field';
import { useHydrated } from './use-hydrated';
import type { Search } from './use-search';

export type ComboOption = Option & { hint?: string };

export type ComboFieldProps = FieldProps & {
  /** All the choices, when they are known. Without script the field is then a plain list. */
  options?: readonly ComboOption[];
  /**
   * Or asks the server as one types (give the same function at each render). `name` carries the value of the choice, empty
   * when nothing was chosen and absent without script; `textName` carries what was typed: the server must be able to do
   * with the text alone.
   */
  search?: Search<ComboOption>;
  textName?: string;
  defaultValue?: string;
  /** The words of the default value, when `options` does not know it. */
  defaultText?: string;
  placeholder?: string;
  onChoose?: (option: ComboOption | null) => void;
};

/** One choice among many, found by typing. */
export function ComboField({ name, label, hint, error, required, id, ...combo }: ComboFieldProps) {
  const hydrated = useHydrated();
  const { options, defaultValue = '', placeholder } = combo;
  return (
    <Field {...{ name, label, hint, error, required, id }}>
      {(wiring) =>
        options && !hydrated ? (
          <select className="control" defaultValue={defaultValue} {...wiring}>
            <option value="">{placeholder ?? 'Choisir…'}</option>
            <SelectOptions options={options} />
          </select>
        ) : (
          <LiveCombo {...combo} wiring={wiring} hydrated={hydrated} />
        )
      }
    </Field>
  );
}
