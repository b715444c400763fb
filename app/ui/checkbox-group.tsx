import { Choices, type ChoiceOption } from './choices';
import { type FieldProps, FieldSet } from './field';

export type CheckboxGroupProps = FieldProps & {
  options: readonly ChoiceOption[];
  defaultValue?: readonly string[];
  columns?: 1 | 2 | 3;
  inline?: boolean;
};

/** Several boxes under one question; each ticked one sends `name=value`. */
export function CheckboxGroup({ options, defaultValue = [], columns, inline, ...field }: CheckboxGroupProps) {
  return (
    <FieldSet {...field} columns={columns}>
      {(wiring) => (
        <Choices type="checkbox" {...{ wiring, options, columns, inline }} chosen={defaultValue} required={false} />
      )}
    </FieldSet>
  );
}
