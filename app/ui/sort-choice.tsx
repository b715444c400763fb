import { Link } from '@remix-run/react';

export type Order = { label: string; to: string; isCurrent: boolean; /** A head of the table sorts so too. */ hasHead: boolean };

/** The orders that mean something for this list, the present one told: links, so that the order is in the address. Left out where the heads of the table offer them all: a narrow screen has no heads. */
export function SortChoice({ orders }: { orders: readonly Order[] }) {
  if (orders.length < 2) return null;
  return (
    <nav aria-label="Trier la liste" className="sort-choice" data-in-heads={orders.every(({ hasHead }) => hasHead) || undefined}>
      <span className="muted">Trier par</span>
      {orders.map(({ label, to, isCurrent }) => (
        <Link key={label} to={to} aria-current={isCurrent || undefined} preventScrollReset>{label}</Link>
      ))}
    </nav>
  );
}
