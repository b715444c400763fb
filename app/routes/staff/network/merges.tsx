import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { undoDays } from '~/domain/merge/merge-journal';
import { listOrganisationMerges } from '~/domain/network-merge/list-organisation-merges.server';
import { paths } from '~/paths';
import { MergesTable } from '~/routes/staff/partners/merge/merges-table';
import { page } from '~/server/http.server';
import { Page } from '~/ui/page';

export const loader = page('organisation.merge', async (ctx) => ({ merges: await listOrganisationMerges(ctx) }));

export const meta: MetaFunction = () => [{ title: 'Fusions d’organismes – Maillage' }];

export default function NetworkMerges() {
  const { merges } = useLoaderData<typeof loader>();
  return (
    <Page title="Fusions d’organismes" breadcrumb={[{ label: 'Organismes en double', to: paths.networkDoubles() }]} meta={[`Une fusion s’annule pendant ${undoDays} jours.`]}>
      <MergesTable
        merges={merges}
        caption="Fusions d’organismes du réseau, les dernières d’abord"
        header="Organismes"
        kept={({ keptName }) => <b>{keptName}</b>}
        undoAt={paths.networkMergeUndo}
        whenNone="Quand deux organismes du réseau n’en sont qu’un, fusionnez-les depuis la liste des organismes en double."
      />
    </Page>
  );
}

export { RouteErrorScreen as ErrorBoundary } from '~/root';
