import { Link } from '@remix-run/react';

export type Crumb = { label: string; to?: string };

/** The way back up. The page itself is not repeated: its title is just below. */
export function Breadcrumb({ items }: { items: readonly Crumb[] }) {
  if (items.length === 0) return null;
  return (
    <nav className="breadcrumb" aria-label="Fil d’Ariane">
      <ol>
        {items.map(({ label, to }) => (
          <li key={label}>{to ? <Link to={to}>{label}</Link> : label}</li>
        ))}
      </ol>
    </nav>
  );
}
