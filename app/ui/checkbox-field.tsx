import type { ComponentPropsWithoutRef } from 'react';
import { FieldError, type FieldProps, wireField } from './field';

export type CheckboxFieldProps = FieldProps &
  Omit<ComponentPropsWithoutRef<'input'>, keyof FieldProps | 'type' | 'className'>;

/** One box to tick. Unticked, the browser sends nothing for it. */
export function CheckboxField({ name, label, hint, error, required, id, ...native }: CheckboxFieldProps) {
  const { wiring, hintId, errorId } = wireField({ name, id, hint, error, required });
  return (
    <div className="field" data-invalid={error ? '' : undefined}>
      <div className="choice">
        <input className="tick" type="checkbox" {...native} {...wiring} />
        <label htmlFor={wiring.id}>
          {label}
          {required && <span className="field-required"> obligatoire</span>}
        </label>
        {hint && (
          <span id={hintId} className="choice-hint">
            {hint}
          </span>
        )}
      </div>
      {error && <FieldError id={errorId}>{error}</FieldError>}
    </div>
  );
}
