import { isWorking } from '~/domain/import/import-lifecycle';
import { getImport } from '~/domain/import/imports.queries.server';
import { page } from '~/server/http.server';

/** How far an import is, for the page that watches it. */
export const loader = page('import.run', async (ctx, { params }) => {
  const { state, progress } = await getImport(ctx, params.importId ?? '', 'offers');
  return { state, progress, isWorking: isWorking(state) };
});
