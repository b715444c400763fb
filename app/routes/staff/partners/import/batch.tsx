import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { askToApply } from '~/domain/import/ask-step.server';
import { importOptionsSchema } from '~/domain/import/import-options.schema';
import { getImport } from '~/domain/import/imports.queries.server';
import { colleagueChoices, tagChoices } from '~/domain/partner/choices.queries.server';
import { ImportPage } from '~/routes/staff/imports/import-page';
import { importSteps } from '~/routes/staff/imports/import-steps.server';
import { loadItems } from '~/routes/staff/imports/load-items.server';
import { page } from '~/server/http.server';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.batch.fileName ?? 'Import'} · Import · Maillage` }];

export const loader = page('import.run', async (ctx, { params, url }) => {
  const batch = await getImport(ctx, params.importId ?? '');
  return {
    batch,
    officers: batch.state === 'planned' ? await colleagueChoices(ctx) : [],
    tags: batch.state === 'planned' ? await tagChoices(ctx) : [],
    list: await loadItems(ctx, batch, url.searchParams),
  };
});

export const action = importSteps('partners', importOptionsSchema, askToApply);

export default function Import() {
  return <ImportPage {...useLoaderData<typeof loader>()} />;
}

export { RouteErrorScreen as ErrorBoundary } from '~/root';
