import { sayAmount } from '~/domain/patronage/amount';
import { patronageKinds } from '~/domain/patronage/patronage';
import type { Patron } from '~/domain/patronage/patrons.queries.server';
import { paths } from '~/paths';
import { type Column, DataTable } from '~/ui/data-table';
import { EmptyState } from '~/ui/empty-state';

export const amountOrNone = (amount: string) => (/^0*(\.0*)?$/.test(amount) ? '–' : sayAmount(amount));

const columns: Column<Patron>[] = [
  { key: 'name', header: 'Mécène', cell: ({ name }) => name, detail: ({ commune }) => commune, isRowHeader: true },
  { key: 'kinds', header: 'Nature', cell: ({ kinds }) => kinds.map((kind) => patronageKinds[kind].label).join(', ') },
  { key: 'gifts', header: 'Dons', cell: ({ gifts }) => String(gifts), align: 'end' },
  { key: 'years', header: 'Années', cell: ({ firstYear, lastYear }) => (firstYear === lastYear ? String(lastYear) : `${firstYear} à ${lastYear}`), nowrap: true },
  { key: 'received', header: 'Reçu', cell: ({ received }) => amountOrNone(received), align: 'end', nowrap: true },
  { key: 'promised', header: 'Promis', cell: ({ promised }) => amountOrNone(promised), align: 'end', nowrap: true },
];

/** Who gives, who gave most first; each leads to its gifts. */
export function PatronTable({ patrons }: { patrons: readonly Patron[] }) {
  return (
    <DataTable
      caption="Mécènes"
      columns={columns}
      rows={patrons}
      rowKey={({ partnershipId }) => partnershipId}
      rowTo={({ partnershipId }) => paths.partnerPatronage(partnershipId)}
      empty={<EmptyState icon="patronage" title="Aucun don ici" text="Enlevez un filtre pour en voir d’autres." />}
    />
  );
}
