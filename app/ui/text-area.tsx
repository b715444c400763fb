import type { ComponentPropsWithoutRef } from 'react';
import { Field, type FieldProps } from './field';

export type TextAreaProps = FieldProps & Omit<ComponentPropsWithoutRef<'textarea'>, keyof FieldProps | 'className'>;

/** Several lines of text; the box grows with what is typed where the browser can. */
export function TextArea({ name, label, hint, error, required, id, rows = 3, ...native }: TextAreaProps) {
  return (
    <Field {...{ name, label, hint, error, required, id }}>
      {(wiring) => <textarea className="control" rows={rows} {...native} {...wiring} />}
    </Field>
  );
}
