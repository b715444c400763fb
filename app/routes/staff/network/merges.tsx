import type { MetaFunction } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { undoDays } from '~/domain/merge/merge-journal';
import { listOrganisationMerges } from '~/domain/network-merge/list-organisation-merges.server';
import { dayOf } from '~/domain/text/french-date';
import { paths } from '~/paths';
import { page } from '~/server/http.server';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { DataTable } from '~/ui/data-table';
import { EmptyState } from '~/ui/empty-state';
import { Page } from '~/ui/page';

export const loader = page('organisation.merge', async (ctx) => ({ merges: await listOrganisationMerges(ctx) }));

export const meta: MetaFunction = () => [{ title: 'Fusions d’organismes – Maillage' }];

export default function NetworkMerges() {
  const { merges } = useLoaderData<typeof loader>();
  return (
    <Page title="Fusions d’organismes" breadcrumb={[{ label: 'Organismes en double', to: paths.networkDoubles() }]} meta={[`Une fusion s’annule pendant ${undoDays} jours.`]}>
      <Card flush>
        <DataTable
          caption="Fusions d’organismes du réseau, les dernières d’abord"
          rows={merges}
          rowKey={({ id }) => id}
          columns={[
            { key: 'what', header: 'Organismes', isRowHeader: true, cell: ({ keptName, mergedName }) => <><b>{keptName}</b> a repris {mergedName}</> },
            { key: 'when', header: 'Le', cell: ({ at }) => dayOf(at), nowrap: true },
            { key: 'who', header: 'Par', cell: ({ by }) => by ?? 'Ancien compte' },
            { key: 'state', header: 'Annuler', cell: (merge) => <UndoMerge {...merge} /> },
          ]}
          empty={<EmptyState icon="merge" title="Aucune fusion" text="Quand deux organismes du réseau n’en sont qu’un, fusionnez-les depuis la liste des organismes en double." />}
        />
      </Card>
    </Page>
  );
}

function UndoMerge({ id, mergedName, until, undoneAt, undoneBy }: ReturnType<typeof useLoaderData<typeof loader>>['merges'][number]) {
  if (undoneAt) return <>Annulée le {dayOf(undoneAt)}{undoneBy ? ` par ${undoneBy}` : ''}</>;
  if (!until) return <>Trop ancienne</>;
  return (
    <Form method="post" action={paths.networkMergeUndo(id)} className="flex flex-wrap items-center gap-2">
      <Button size="small" icon="undo">Annuler<span className="visually-hidden"> la fusion de {mergedName}</span></Button>
      <span className="muted">jusqu’au {dayOf(until)}</span>
    </Form>
  );
}

export { RouteErrorScreen as ErrorBoundary } from '~/root';
