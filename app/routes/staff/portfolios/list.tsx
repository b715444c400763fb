import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { handoversPerPage, listHandovers } from '~/domain/portfolio/handover.queries.server';
import { pageNumber } from '~/domain/text/page-number';
import { shortDayOf } from '~/domain/text/french-date';
import { paths } from '~/paths';
import { page } from '~/server/http.server';
import { Card } from '~/ui/card';
import { Chip } from '~/ui/chip';
import { DataTable } from '~/ui/data-table';
import { EmptyState } from '~/ui/empty-state';
import { frenchNumber } from '~/ui/french-number';
import { LinkButton } from '~/ui/link-button';
import { Page } from '~/ui/page';
import { Pager } from '~/ui/pager';

export const loader = page('portfolio.handover', async (ctx, { url }) => {
  const number = pageNumber(url.searchParams);
  return { ...(await listHandovers(ctx, number)), number, perPage: handoversPerPage };
});

export const meta: MetaFunction = () => [{ title: 'Passations · Maillage' }];

export default function Handovers() {
  const { handovers, total, number, perPage } = useLoaderData<typeof loader>();
  const from = (number - 1) * perPage + 1;
  const at = (one: number) => `${paths.handovers()}?page=${one}`;
  return (
    <Page
      title="Passations de portefeuille"
      breadcrumb={[{ label: 'Partenaires', to: paths.partners() }]}
      actions={<LinkButton to={paths.handoverNew()} icon="users" variant="main">Transmettre un portefeuille</LinkButton>}
    >
      <Card flush={handovers.length > 0}>
        <DataTable
          caption="Passations de portefeuille"
          rows={handovers}
          rowKey={({ id }) => id}
          rowTo={({ id }) => paths.handover(id)}
          empty={<EmptyState icon="users" title="Aucune passation" text="Quand une personne part ou change de secteur, confiez ses partenaires à un·e collègue : en entier ou par territoire. Le bilan restera ici." />}
          columns={[
            { key: 'day', header: 'Le', isRowHeader: true, nowrap: true, cell: ({ createdAt }) => shortDayOf(new Date(createdAt)) },
            { key: 'from', header: 'De', cell: ({ from: giver }) => giver ?? 'Compte supprimé' },
            { key: 'to', header: 'À', cell: ({ to }) => to ?? 'Personne pour l’instant' },
            { key: 'what', header: 'Quoi', cell: ({ isWhole, undoneAt }) => (undoneAt ? <Chip tone="stop">Annulée</Chip> : isWhole ? 'Tout le portefeuille' : 'Une partie') },
            { key: 'count', header: 'Partenaires', align: 'end', cell: ({ partners }) => frenchNumber(partners) },
            { key: 'by', header: 'Par', cell: ({ by }) => by },
          ]}
        />
        {total > perPage && <Pager from={from} to={from + handovers.length - 1} total={total} previousTo={number > 1 ? at(number - 1) : undefined} nextTo={from + handovers.length - 1 < total ? at(number + 1) : undefined} />}
      </Card>
    </Page>
  );
}

export { RouteErrorScreen as ErrorBoundary } from '~/root';
