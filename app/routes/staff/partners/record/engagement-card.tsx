import { Link } from '@remix-run/react';
import type { EngagementRow } from '~/domain/partner/partner.queries.server';
import { monthsInWords } from '~/domain/engagement/months-in-words';
import { dayOf } from '~/domain/text/french-date';
import { useAlong } from '~/routes/staff/partners/record/use-along';
import { Card } from '~/ui/card';
import { type Column, DataTable } from '~/ui/data-table';
import { Level } from '~/ui/level';

const columns: Column<EngagementRow>[] = [
  { key: 'form', header: 'Forme', cell: ({ form }) => form, isRowHeader: true },
  { key: 'readiness', header: 'Où en est-on', cell: ({ readiness }) => <Level level={readiness} />, nowrap: true },
  { key: 'capacity', header: 'Capacité', cell: ({ capacityPerMonth }) => (capacityPerMonth === null ? '–' : `${capacityPerMonth} par mois`), nowrap: true },
  { key: 'details', header: 'Précisions', cell: detailsOf },
];

/** When, what else, and who said so. */
function detailsOf({ months, romes, publicText, comment, saidBy, saidOn }: EngagementRow): string {
  const said = [saidBy && `dit par ${saidBy}`, saidOn && `le ${dayOf(saidOn)}`].filter(Boolean).join(' ');
  return [monthsInWords(months), romes.join(', '), publicText, comment, said].filter(Boolean).join(' · ');
}

/** What the partner is ready for, form by form. Read only here: its tab is where it is said. */
export function EngagementCard({ engagements, to, mayWrite }: { engagements: readonly EngagementRow[]; to: string; mayWrite: boolean }) {
  const along = useAlong();
  if (engagements.length === 0 && !mayWrite) return null;
  return (
    <Card title="Ce que ce partenaire accepte" action={mayWrite && engagements.length > 0 && <Link to={along(to)}>Modifier</Link>}>
      {engagements.length === 0 ? (
        <p>
          Rien n’est noté pour l’instant. <Link to={to}>Dire ce qu’il accepte</Link>
        </p>
      ) : (
        <DataTable caption="Formes d’engagement" columns={columns} rows={engagements} rowKey={({ form }) => form} />
      )}
    </Card>
  );
}
