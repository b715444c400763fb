import type { MatrixRow } from '~/domain/engagement/matrix.queries.server';
import { romeInWords } from '~/domain/engagement/rome';
import { monthsInWords } from '~/domain/engagement/months-in-words';
import { Card } from '~/ui/card';
import { type Column, DataTable } from '~/ui/data-table';
import { EmptyState } from '~/ui/empty-state';
import { Level } from '~/ui/level';

const columns: Column<MatrixRow>[] = [
  { key: 'form', header: 'Forme', cell: ({ form }) => form, isRowHeader: true },
  { key: 'readiness', header: 'Où en est-on', cell: ({ readiness }) => readiness && <Level level={readiness} />, nowrap: true },
  { key: 'capacity', header: 'Capacité', cell: ({ capacityPerMonth }) => (capacityPerMonth === null ? '–' : `${capacityPerMonth} par mois`), nowrap: true },
  { key: 'months', header: 'Mois', cell: ({ months }) => monthsInWords(months) || 'toute l’année' },
  { key: 'details', header: 'Précisions', cell: ({ romes, publicText, comment }) => [...romes.map(romeInWords), publicText, comment].filter(Boolean).join(' · ') },
];

/** What the partner accepts, for who reads only. */
export function ReadMatrix({ rows }: { rows: readonly MatrixRow[] }) {
  const said = rows.filter(({ readiness }) => readiness !== null);
  if (said.length === 0) return <EmptyState icon="partner" title="Rien n’est noté pour l’instant" text="L’agence n’a pas encore dit ce que ce partenaire accepte." />;
  return (
    <Card title="Ce que ce partenaire accepte">
      <DataTable caption="Formes d’engagement" columns={columns} rows={said} rowKey={({ formId }) => formId} />
    </Card>
  );
}
