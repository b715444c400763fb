import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { frenchNumber } from './french-number';

export type StatProps = {
  label: string;
  value: number | string;
  /** Compared with what, since when. */
  hint?: ReactNode;
  /** The list that the figure counts. */
  to?: string;
};

/** A figure that means something. */
export function Stat({ label, value, hint, to }: StatProps) {
  const figure = <b>{typeof value === 'number' ? frenchNumber(value) : value}</b>;
  return (
    <dl className="stat">
      <dt>{label}</dt>
      <dd>
        {to ? <Link to={to}>{figure}</Link> : figure}
        {hint && <span className="stat-hint">{hint}</span>}
      </dd>
    </dl>
  );
}
