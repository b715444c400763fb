import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { askToApplyOffers } from '~/domain/import/ask-step.server';
import { getImport } from '~/domain/import/imports.queries.server';
import { offerImportOptionsSchema } from '~/domain/offer/import/offer-import-options.schema';
import { ImportPage } from '~/routes/staff/imports/import-page';
import { importSteps } from '~/routes/staff/imports/import-steps.server';
import { loadItems } from '~/routes/staff/imports/load-items.server';
import { page } from '~/server/http.server';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.batch.fileName ?? 'Import'} · Import · Maillage` }];

export const loader = page('import.run', async (ctx, { params, url }) => {
  const batch = await getImport(ctx, params.importId ?? '', 'offers');
  return { batch, list: await loadItems(ctx, batch, url.searchParams) };
});

export const action = importSteps('offers', offerImportOptionsSchema, askToApplyOffers);

export default function OfferImport() {
  return <ImportPage {...useLoaderData<typeof loader>()} />;
}

export { RouteErrorScreen as ErrorBoundary } from '~/root';
