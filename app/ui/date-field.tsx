import type { ComponentPropsWithoutRef } from 'react';
import { Field, type FieldProps } from './field';

export type DateFieldProps = FieldProps & {
  /** Local days, `2026-11-22`; with `withTime`, `2026-11-22T14:30`. */
  defaultValue?: string;
  min?: string;
  max?: string;
  withTime?: boolean;
} & Omit<ComponentPropsWithoutRef<'input'>, keyof FieldProps | 'type' | 'defaultValue' | 'min' | 'max' | 'className'>;

/** A day by the browser's own calendar: the one that the person's telephone and screen reader know. */
export function DateField({ name, label, hint, error, required, id, withTime, ...native }: DateFieldProps) {
  return (
    <Field {...{ name, label, hint, error, required, id }}>
      {(wiring) => (
        <input
          className="control"
          data-width={withTime ? 'medium' : 'short'}
          type={withTime ? 'datetime-local' : 'date'}
          {...native}
          {...wiring}
        />
      )}
    </Field>
  );
}
