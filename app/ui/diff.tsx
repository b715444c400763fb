import type { ReactNode } from 'react';
import { Icon } from './icon';

/** A value before and after; what was or became empty is said. Something that came or went whole has one side only. */
export function Diff({ from, to, isWhole }: { from?: ReactNode; to?: ReactNode; isWhole?: boolean }) {
  if (isWhole) return <span className="diff">{isBlank(from) ? <><span className="visually-hidden">ajouté : </span><ins>{to}</ins></> : <><span className="visually-hidden">retiré : </span><del>{from}</del></>}</span>;
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
