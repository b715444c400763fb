import type { ReactNode } from 'react';

export type GlanceItem = { label: string; value: ReactNode };

/** The answers to the first questions one asks of a record, in one line: four at most. */
export function Glance({ items }: { items: readonly GlanceItem[] }) {
  return (
    <dl className="glance">
      {items.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
