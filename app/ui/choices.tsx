import type { ReactNode } from 'react';
import type { Wiring } from './field';
import { frenchNumber } from './french-number';

export type ChoiceOption = {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
  /** How many would be found, in a filter. */
  count?: number;
  disabled?: boolean;
};

type ChoicesProps = {
  type: 'checkbox' | 'radio';
  wiring: Wiring;
  options: readonly ChoiceOption[];
  chosen: readonly string[];
  columns?: number;
  inline?: boolean;
  required?: boolean;
};

/** The lines of a group of boxes or of buttons. */
export function Choices({ type, wiring, options, chosen, columns, inline, required }: ChoicesProps) {
  return (
    <div className="choices" data-columns={columns} data-inline={inline || undefined}>
      {options.map((option) => {
        const id = `${wiring.id}-${option.value.replace(/[^\p{L}\p{N}_-]+/gu, '-')}`;
        const hintId = option.hint ? `${id}-aide` : undefined;
        return (
          <div key={option.value} className="choice">
            <input
              className="tick"
              type={type}
              id={id}
              name={wiring.name}
              value={option.value}
              defaultChecked={chosen.includes(option.value)}
              disabled={option.disabled}
              required={required}
              aria-invalid={type === 'checkbox' ? wiring['aria-invalid'] : undefined}
              aria-describedby={hintId}
            />
            <label htmlFor={id}>
              {option.label}
              {option.count !== undefined && <span className="choice-count">{frenchNumber(option.count)}</span>}
            </label>
            {option.hint && (
              <span id={hintId} className="choice-hint">
                {option.hint}
              </span>
            )}
          </div>
        );
      })}
    </div>
  );
}
