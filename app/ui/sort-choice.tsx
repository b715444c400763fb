import { Link } from '@remix-run/react';

export type Order = { label: string; to: string; isCurrent: boolean };

/** The orders that mean something for this list, the present one told: links, so that the order is in the address. Also where a narrow screen has no heads of columns. */
export function SortChoice({ orders }: { orders: readonly Order[] }) {
  if (orders.length < 2) return null;
  return (
    <nav aria-label="Trier la liste" className="sort-choice">
      <span className="muted">Trier par</span>
      {orders.map(({ label, to, isCurrent }) => (
        <Link key={label} to={to} aria-current={isCurrent || undefined} preventScrollReset>{label}</Link>
      ))}
    </nav>
  );
}
