import type { ReactNode } from 'react';
import { Icon } from './icon';

/** A value before and after; what was or became empty is said. */
export function Diff({ from, to }: { from?: ReactNode; to?: ReactNode }) {
  return (
    <span className="diff">
      <span className="visually-hidden">avant : </span>
      {isBlank(from) ? <span className="diff-empty">vide</span> : <del>{from}</del>}
      <Icon name="next" size={14} />
      <span className="visually-hidden">après : </span>
      {isBlank(to) ? <span className="diff-empty">vide</span> : <ins>{to}</ins>}
    </span>
  );
}

const isBlank = (value: ReactNode) => value === undefined || value === null || value === '';
