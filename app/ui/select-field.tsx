import type { ComponentPropsWithoutRef } from 'react';
import { Field, type FieldProps } from './field';

export type Option = { value: string; label: string; disabled?: boolean };
export type OptionGroup = { label: string; options: readonly Option[] };

export type SelectFieldProps = FieldProps & {
  options: readonly (Option | OptionGroup)[];
  /** The line that means "nothing chosen"; it sends an empty value. */
  placeholder?: string;
} & Omit<ComponentPropsWithoutRef<'select'>, keyof FieldProps | 'children' | 'className'>;

/** One choice among a few; beyond some twenty, a ComboField is quicker. */
export function SelectField({
  name,
  label,
  hint,
  error,
  required,
  id,
  options,
  placeholder,
  ...native
}: SelectFieldProps) {
  return (
    <Field {...{ name, label, hint, error, required, id }}>
      {(wiring) => (
        <select className="control" {...native} {...wiring}>
          {placeholder !== undefined && <option value="">{placeholder}</option>}
          <SelectOptions options={options} />
        </select>
      )}
    </Field>
  );
}

export function SelectOptions({ options }: { options: readonly (Option | OptionGroup)[] }) {
  return (
    <>
      {options.map((entry) =>
        'options' in entry ? (
          <optgroup key={entry.label} label={entry.label}>
            <SelectOptions options={entry.options} />
          </optgroup>
        ) : (
          <option key={entry.value} value={entry.value} disabled={entry.disabled}>
            {entry.label}
          </option>
        ),
      )}
    </>
  );
}
