import type { MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { offerHistory } from '~/domain/offer/offer-history.server';
import { restoreOfferValue, restoreOfferValueSchema } from '~/domain/offer/restore-offer-value.server';
import { knownId } from '~/domain/partnership/partnership-of.server';
import { momentOf } from '~/domain/text/french-date';
import { paths } from '~/paths';
import { redirectWith } from '~/server/flash.server';
import { command, page, type Failure } from '~/server/http.server';
import { Button } from '~/ui/button';
import { Card } from '~/ui/card';
import { DataTable } from '~/ui/data-table';
import { Flash } from '~/ui/flash';
import { Page } from '~/ui/page';

export const loader = page('history.read', (ctx, { params }) => offerHistory(ctx, params.offerId));

export const action = command('offer.write', restoreOfferValueSchema, async (ctx, input, { params }) => {
  const offerId = knownId(params.offerId, 'Cette offre n’existe pas, ou plus.');
  const { label } = await restoreOfferValue(ctx, { ...input, offerId });
  return redirectWith(paths.offerHistory(offerId), { kind: 'ok', text: `C’est rétabli : ${label.toLowerCase()}.` });
});

export const meta: MetaFunction = () => [{ title: 'Historique d’une offre – Maillage' }];

export default function OfferHistory() {
  const { id, title, version, changes } = useLoaderData<typeof loader>();
  const failure = useActionData<Failure>();
  return (
    <Page title="Historique" breadcrumb={[{ label: 'Offres', to: paths.offers() }, { label: title, to: paths.offer(id) }]}>
      {failure?.errors.form && <Flash kind="error">{failure.errors.form}</Flash>}
      <Card flush>
        <DataTable
          caption="Ce qui a changé sur cette offre"
          rows={changes}
          rowKey={({ key }) => key}
          columns={[
            { key: 'what', header: 'Quoi', isRowHeader: true, cell: ({ label }) => label },
            { key: 'from', header: 'Avant', cell: ({ from }) => from && <span className="line-clamp-4 whitespace-pre-line">{from}</span> },
            { key: 'to', header: 'Après', cell: ({ to }) => to && <span className="line-clamp-4 whitespace-pre-line">{to}</span> },
            { key: 'who', header: 'Qui', nowrap: true, cell: ({ who }) => who },
            { key: 'when', header: 'Quand', cell: ({ at }) => momentOf(at) },
            {
              key: 'restore',
              header: 'Rétablir',
              cell: ({ restore, label, from }) =>
                restore && (
                  <Form method="post" preventScrollReset>
                    <input type="hidden" name="entryId" value={restore.entryId} />
                    <input type="hidden" name="column" value={restore.column} />
                    <input type="hidden" name="version" value={version} />
                    <Button type="submit" size="small" icon="undo">Rétablir<span className="visually-hidden"> {label}{' : '}{from || 'vide'}</span></Button>
                  </Form>
                ),
            },
          ]}
        />
      </Card>
    </Page>
  );
}

export { RouteErrorScreen as ErrorBoundary } from '~/root';
