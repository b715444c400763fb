import { Form, useSubmit } from '@remix-run/react';
import type { FormEvent, ReactNode } from 'react';

export type FilterBarProps = {
  /** The list's own URL. */
  action?: string;
  /** What the URL must keep besides the filters: the sort, the columns. */
  keep?: Readonly<Record<string, string | readonly string[]>>;
  /** Names the search for screen readers. */
  label?: string;
  /** What of the URL says something. Without script all the fields are sent: the list's own page then answers for it. */
  tidy?: (params: URLSearchParams) => URLSearchParams;
  children: ReactNode;
};

/** The form that holds the search and the filters of a list; what it sends is the URL. */
export function FilterBar({ action, keep = {}, label = 'Filtres', tidy, children }: FilterBarProps) {
  const submit = useSubmit();
  const send = (event: FormEvent<HTMLFormElement>) => {
    if (!tidy) return;
    event.preventDefault();
    const typed = [...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value)]);
    submit(tidy(new URLSearchParams(typed)), { method: 'get', action });
  };
  return (
    <Form method="get" action={action} role="search" aria-label={label} className="filter-bar" onSubmit={send}>
      {Object.entries(keep).flatMap(([name, values]) =>
        [values].flat().map((value) => <input key={`${name}=${value}`} type="hidden" name={name} value={value} />),
      )}
      {children}
    </Form>
  );
}
