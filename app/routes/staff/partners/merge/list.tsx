import type { MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { listMerges } from '~/domain/merge/list-merges.server';
import { undoDays } from '~/domain/merge/merge-journal';
import { paths } from '~/paths';
import { MergesTable } from '~/routes/staff/partners/merge/merges-table';
import { page } from '~/server/http.server';
import { Page } from '~/ui/page';

export const loader = page('partner.merge', async (ctx) => ({ merges: await listMerges(ctx) }));

export const meta: MetaFunction = () => [{ title: 'Fusions – Maillage' }];

export default function Merges() {
  const { merges } = useLoaderData<typeof loader>();
  return (
    <Page title="Fusions" breadcrumb={[{ label: 'Partenaires', to: paths.partners() }]} meta={[`Une fusion s’annule pendant ${undoDays} jours.`]}>
      <MergesTable
        merges={merges}
        caption="Fusions de l’agence, les dernières d’abord"
        header="Fiches"
        kept={({ keptId, keptName }) => <Link to={paths.partner(keptId)}>{keptName}</Link>}
        undoAt={paths.partnerMergeUndo}
        whenNone="Quand deux fiches sont le même partenaire, ouvrez l’une des deux et choisissez « Fusionner »."
      />
    </Page>
  );
}

export { RouteErrorScreen as ErrorBoundary } from '~/root';
