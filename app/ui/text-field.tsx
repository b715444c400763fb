import type { ComponentPropsWithoutRef } from 'react';
import { Field, type FieldProps } from './field';

export type TextFieldProps = FieldProps & {
  type?: 'text' | 'email' | 'tel' | 'url' | 'number' | 'time';
  /** For what is short by nature: a postcode, a SIRET, a date. */
  width?: 'short';
} & Omit<ComponentPropsWithoutRef<'input'>, keyof FieldProps | 'type' | 'width' | 'className'>;

/** One line of text. */
export function TextField({ name, label, hint, error, required, id, type = 'text', width, ...native }: TextFieldProps) {
  return (
    <Field {...{ name, label, hint, error, required, id }}>
      {(wiring) => <input className="control" type={type} data-width={width} {...native} {...wiring} />}
    </Field>
  );
}
