import { noticeDay, renewals } from '~/domain/agreement/agreement';
import { agreementStates } from '~/domain/agreement/agreement.lifecycle';
import type { ListedAgreement } from '~/domain/agreement/agreements.queries.server';
import { shortDayOf } from '~/domain/text/french-date';
import { paths } from '~/paths';
import { EndsIn } from '~/routes/staff/partners/agreements/ends-in';
import { Chip, Chips } from '~/ui/chip';
import { type Column, DataTable } from '~/ui/data-table';
import { EmptyState } from '~/ui/empty-state';

const said = (day: string | null) => day && shortDayOf(new Date(`${day}T12:00:00Z`));

/** Agreements, the nearest end first; each leads to its partner's. */
export function AgreementTable({ agreements, today }: { agreements: readonly ListedAgreement[]; today: string }) {
  const columns: Column<ListedAgreement>[] = [
    { key: 'partner', header: 'Partenaire', cell: ({ partner }) => partner, detail: ({ title }) => title, isRowHeader: true },
    { key: 'state', header: 'Où en est-on', cell: (one) => <Chips><Chip tone={agreementStates[one.state].tone}>{agreementStates[one.state].label}</Chip><EndsIn {...one} today={today} /></Chips> },
    { key: 'starts', header: 'Commence', cell: ({ startsOn }) => said(startsOn), nowrap: true },
    { key: 'ends', header: 'Se termine', cell: ({ endsOn }) => said(endsOn) ?? 'sans fin', nowrap: true },
    { key: 'renewal', header: 'Reconduction', cell: ({ renewal }) => renewals[renewal].label, detail: (one) => noticeDay(one) && `à dénoncer avant le ${said(noticeDay(one))}` },
    { key: 'officer', header: 'Référent·e', cell: ({ officer }) => officer, nowrap: true },
  ];
  return (
    <DataTable caption="Conventions" columns={columns} rows={agreements} rowKey={({ id }) => id} rowTo={({ partnershipId }) => paths.partnerAgreements(partnershipId)} empty={<EmptyState icon="document" title="Aucune convention ici" text="Enlevez un filtre pour en voir d’autres." />} />
  );
}
