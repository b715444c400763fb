import { type ReactNode, useId } from 'react';
import { frenchNumber } from './french-number';

export type ProgressBarProps = {
  label: string;
  /** Absent while one does not know yet how far it is. */
  value?: number;
  max?: number;
  /** In the place of "12 sur 40". */
  detail?: ReactNode;
};

/** How far a long piece of work is. */
export function ProgressBar({ label, value, max = 100, detail }: ProgressBarProps) {
  const id = useId();
  const counted = value === undefined ? null : `${frenchNumber(value)} sur ${frenchNumber(max)}`;
  return (
    <div className="progress">
      <div className="progress-head">
        <label htmlFor={id}>{label}</label>
        <span className="progress-value">{detail ?? counted}</span>
      </div>
      <progress id={id} value={value} max={max} />
    </div>
  );
}
