import { sayAmount } from '~/domain/patronage/amount';
import type { YearTotal } from '~/domain/patronage/patronage.queries.server';
import { type Column, DataTable } from '~/ui/data-table';

const none = (amount: string) => (/^0*(\.0*)?$/.test(amount) ? '–' : sayAmount(amount));

const columns: Column<YearTotal>[] = [
  { key: 'year', header: 'Année', cell: ({ year }) => String(year), isRowHeader: true },
  { key: 'received', header: 'Reçu', cell: ({ received }) => none(received), align: 'end', nowrap: true },
  { key: 'promised', header: 'Promis', cell: ({ promised }) => none(promised), align: 'end', nowrap: true },
];

/** What came and what is still to come, year by year. */
export function YearTotals({ years }: { years: readonly YearTotal[] }) {
  return <DataTable caption="Totaux par année" columns={columns} rows={years} rowKey={({ year }) => String(year)} keepRows />;
}
