import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { offerHistory } from '~/domain/offer/offer-history.server';
import { momentOf } from '~/domain/text/french-date';
import { paths } from '~/paths';
import { page } from '~/server/http.server';
import { Card } from '~/ui/card';
import { DataTable } from '~/ui/data-table';
import { Page } from '~/ui/page';

export const loader = page('history.read', (ctx, { params }) => offerHistory(ctx, params.offerId));

export const meta: MetaFunction = () => [{ title: 'Historique d’une offre – Maillage' }];

export default function OfferHistory() {
  const { id, title, changes } = useLoaderData<typeof loader>();
  return (
    <Page title="Historique" breadcrumb={[{ label: 'Offres', to: paths.offers() }, { label: title, to: paths.offer(id) }]}>
      <Card flush>
        <DataTable
          caption="Ce qui a changé sur cette offre"
          rows={changes}
          rowKey={({ key }) => key}
          columns={[
            { key: 'what', header: 'Quoi', isRowHeader: true, cell: ({ label }) => label },
            { key: 'from', header: 'Avant', cell: ({ from }) => <span className="line-clamp-4 whitespace-pre-line">{from}</span> },
            { key: 'to', header: 'Après', cell: ({ to }) => <span className="line-clamp-4 whitespace-pre-line">{to}</span> },
            { key: 'who', header: 'Qui', nowrap: true, cell: ({ who }) => who },
            { key: 'when', header: 'Quand', nowrap: true, cell: ({ at }) => momentOf(at) },
          ]}
        />
      </Card>
    </Page>
  );
}

export { RouteErrorScreen as ErrorBoundary } from '~/root';
