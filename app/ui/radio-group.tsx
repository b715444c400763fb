import { Choices, type ChoiceOption } from './choices';
import { type FieldProps, FieldSet } from './field';

export type RadioGroupProps = FieldProps & {
  options: readonly ChoiceOption[];
  defaultValue?: string;
  columns?: 1 | 2 | 3;
  inline?: boolean;
};

/** One choice among a few that are all worth reading. */
export function RadioGroup({ options, defaultValue, columns, inline, ...field }: RadioGroupProps) {
  return (
    <FieldSet {...field} columns={columns}>
      {(wiring) => (
        <Choices
          type="radio"
          {...{ wiring, options, columns, inline }}
          chosen={defaultValue === undefined ? [] : [defaultValue]}
          required={field.required}
        />
      )}
    </FieldSet>
  );
}
