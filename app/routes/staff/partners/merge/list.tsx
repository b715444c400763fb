import type { MetaFunction } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import { listMerges } from '~/domain/merge/list-merges.server';
import { undoDays } from '~/domain/merge/merge-journal';
import { dayOf } from '~/domain/text/french-date';
import { paths } from '~/paths';
import { page } from '~/server/http.server';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { DataTable } from '~/ui/data-table';
import { EmptyState } from '~/ui/empty-state';
import { Page } from '~/ui/page';

export const loader = page('partner.merge', async (ctx) => ({ merges: await listMerges(ctx) }));

export const meta: MetaFunction = () => [{ title: 'Fusions – Maillage' }];

export default function Merges() {
  const { merges } = useLoaderData<typeof loader>();
  return (
    <Page title="Fusions" breadcrumb={[{ label: 'Partenaires', to: paths.partners() }]} meta={[`Une fusion s’annule pendant ${undoDays} jours.`]}>
      <Card flush>
        <DataTable
          caption="Fusions de l’agence, les dernières d’abord"
          rows={merges}
          rowKey={({ id }) => id}
          columns={[
            { key: 'what', header: 'Fiches', isRowHeader: true, cell: ({ keptId, keptName, mergedName }) => <><Link to={paths.partner(keptId)}>{keptName}</Link> a repris {mergedName}</> },
            { key: 'when', header: 'Le', cell: ({ at }) => dayOf(at), nowrap: true },
            { key: 'who', header: 'Par', cell: ({ by }) => by ?? 'Ancien compte' },
            { key: 'state', header: 'Annuler', cell: (merge) => <UndoMerge {...merge} /> },
          ]}
          empty={<EmptyState icon="merge" title="Aucune fusion" text="Quand deux fiches sont le même partenaire, ouvrez l’une des deux et choisissez « Fusionner »." />}
        />
      </Card>
    </Page>
  );
}

function UndoMerge({ id, mergedName, until, undoneAt, undoneBy }: ReturnType<typeof useLoaderData<typeof loader>>['merges'][number]) {
  if (undoneAt) return <>Annulée le {dayOf(undoneAt)}{undoneBy ? ` par ${undoneBy}` : ''}</>;
  if (!until) return <>Trop ancienne</>;
  return (
    <Form method="post" action={paths.partnerMergeUndo(id)} className="flex flex-wrap items-center gap-2">
      <Button size="small" icon="undo">Annuler<span className="visually-hidden"> la fusion de {mergedName}</span></Button>
      <span className="muted">jusqu’au {dayOf(until)}</span>
    </Form>
  );
}

export { RouteErrorScreen as ErrorBoundary } from '~/root';
