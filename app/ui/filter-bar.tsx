import { Form } from '@remix-run/react';
import type { ReactNode } from 'react';

export type FilterBarProps = {
  /** The list's own URL. */
  action?: string;
  /** What the URL must keep besides the filters: the sort, the columns. */
  keep?: Readonly<Record<string, string | readonly string[]>>;
  /** Names the search for screen readers. */
  label?: string;
  children: ReactNode;
};

/** The form that holds the search and the filters of a list; what it sends is the URL. */
export function FilterBar({ action, keep = {}, label = 'Filtres', children }: FilterBarProps) {
  return (
    <Form method="get" action={action} role="search" aria-label={label} className="filter-bar">
      {Object.entries(keep).flatMap(([name, values]) =>
        [values].flat().map((value) => <input key={`${name}=${value}`} type="hidden" name={name} value={value} />),
      )}
      {children}
    </Form>
  );
}
