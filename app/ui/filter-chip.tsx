import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { Icon } from './icon';

/** A filter at work, and the link that takes it away. */
export function FilterChip({ label, removeTo }: { label: string; removeTo: string }) {
  return (
    <span className="filter-chip">
      {label}
      <Link to={removeTo} preventScrollReset>
        <Icon name="close" size={15} label={`Enlever le filtre ${label}`} />
      </Link>
    </span>
  );
}

/** The filters at work, and the link that takes them all away. */
export function FilterChips({ children, clearTo }: { children: ReactNode; clearTo?: string }) {
  return (
    <div className="filter-chips">
      {children}
      {clearTo && (
        <Link to={clearTo} preventScrollReset>
          Tout effacer
        </Link>
      )}
    </div>
  );
}
