import { Link, NavLink } from '@remix-run/react';
import { frenchNumber } from './french-number';

/** `isCurrent` where the address alone does not tell: tabs that differ by their search. */
export type Tab = { to: string; label: string; count?: number; end?: boolean; isCurrent?: boolean };

/** Tabs that are pages: each has its URL, and the current one says so. */
export function Tabs({ items, label = 'Rubriques' }: { items: readonly Tab[]; label?: string }) {
  return (
    <nav className="tabs" aria-label={label}>
      <ul>
        {items.map((tab) => (
          <li key={tab.to}>
            {tab.isCurrent === undefined ? <NavLink to={tab.to} end={tab.end} preventScrollReset><TabWords {...tab} /></NavLink> : <Link to={tab.to} aria-current={tab.isCurrent ? 'page' : undefined} preventScrollReset><TabWords {...tab} /></Link>}
          </li>
        ))}
      </ul>
    </nav>
  );
}

function TabWords({ label, count }: Tab) {
  return (
    <>
      {label}
      {count !== undefined && <span className="tab-count">{frenchNumber(count)}</span>}
    </>
  );
}
