import { Link } from '@remix-run/react';
import type { Patrons } from '~/domain/patronage/patrons.queries.server';
import { type Column, DataTable } from '~/ui/data-table';
import { amountOrNone } from './patron-table';

type Year = Patrons['years'][number];

/** What each year brought; a year leads to its patrons. */
export function AllYears({ years, chosen, to }: { years: readonly Year[]; chosen: number | null; to: (year: number) => string }) {
  const columns: Column<Year>[] = [
    { key: 'year', header: 'Année', cell: ({ year }) => (year === chosen ? <b>{year}</b> : <Link to={to(year)}>{year}</Link>), isRowHeader: true },
    { key: 'received', header: 'Reçu', cell: ({ received }) => amountOrNone(received), align: 'end', nowrap: true },
    { key: 'promised', header: 'Promis', cell: ({ promised }) => amountOrNone(promised), align: 'end', nowrap: true },
  ];
  return <DataTable caption="Totaux par année" columns={columns} rows={years} rowKey={({ year }) => String(year)} keepRows />;
}
