import { Link, NavLink, useLocation } from '@remix-run/react';
import { useEffect, useRef } from 'react';
import { frenchNumber } from './french-number';

/** `isCurrent` where the address alone does not tell: tabs that differ by their search. */
export type Tab = { to: string; label: string; count?: number; end?: boolean; isCurrent?: boolean };

/** Tabs that are pages: each has its URL, and the current one says so. */
export function Tabs({ items, label = 'Rubriques' }: { items: readonly Tab[]; label?: string }) {
  const bar = useRef<HTMLElement>(null);
  const { pathname, search } = useLocation();
  // On a telephone the bar slides: the page that is open is among those seen.
  useEffect(() => {
    const current = bar.current?.querySelector<HTMLElement>('[aria-current]');
    if (bar.current && current) bar.current.scrollLeft = current.offsetLeft - (bar.current.clientWidth - current.offsetWidth) / 2;
  }, [pathname, search]);
  return (
    <nav ref={bar} className="tabs" aria-label={label}>
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
