import { sayAmount } from '~/domain/patronage/amount';
import { patronageKinds } from '~/domain/patronage/patronage';
import type { RenewalToCome } from '~/domain/patronage/patrons.queries.server';
import { dayOf } from '~/domain/text/french-date';
import { paths } from '~/paths';
import { Chip } from '~/ui/chip';
import { type Column, DataTable } from '~/ui/data-table';

/** Gifts to speak of again: the day, who, and what it was last time. */
export function RenewalTable({ renewals, today }: { renewals: readonly RenewalToCome[]; today: string }) {
  const columns: Column<RenewalToCome>[] = [
    { key: 'name', header: 'Mécène', cell: ({ name }) => name, isRowHeader: true },
    { key: 'last', header: 'Dernier don', cell: ({ kind, amount, year }) => [amount && sayAmount(amount), patronageKinds[kind].label.toLowerCase(), year].filter(Boolean).join(', ') },
    { key: 'on', header: 'À reproposer le', cell: ({ renewalOn }) => <>{dayOf(new Date(`${renewalOn}T12:00:00Z`))}{renewalOn < today && <> <Chip tone="wait">en retard</Chip></>}</> },
  ];
  return <DataTable caption="Dons à reproposer" columns={columns} rows={renewals} rowKey={({ patronageId }) => patronageId} rowTo={({ partnershipId }) => paths.partnerPatronage(partnershipId)} />;
}
