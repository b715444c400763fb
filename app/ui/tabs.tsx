import { NavLink } from '@remix-run/react';
import { frenchNumber } from './french-number';

export type Tab = { to: string; label: string; count?: number; end?: boolean };

/** Tabs that are pages: each has its URL, and the current one says so. */
export function Tabs({ items, label = 'Rubriques' }: { items: readonly Tab[]; label?: string }) {
  return (
    <nav className="tabs" aria-label={label}>
      <ul>
        {items.map((tab) => (
          <li key={tab.to}>
            <NavLink to={tab.to} end={tab.end} preventScrollReset>
              {tab.label}
              {tab.count !== undefined && <span className="tab-count">{frenchNumber(tab.count)}</span>}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
