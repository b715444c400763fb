import { redirect, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { answerAll, answerAllSchema, answerQuestion, answerSchema } from '~/domain/import/answer-question.server';
import { askToApply, askToUndo, cancelImport, importSchema, retryImport } from '~/domain/import/ask-step.server';
import { confirmMapping, mappingSchema, reopenColumns } from '~/domain/import/confirm-mapping.server';
import { importOptionsSchema } from '~/domain/import/import-options.schema';
import { getImport } from '~/domain/import/imports.queries.server';
import { colleagueChoices, tagChoices } from '~/domain/partner/choices.queries.server';
import { paths } from '~/paths';
import { redirectWith } from '~/server/flash.server';
import { command, commands, page } from '~/server/http.server';
import { ImportPage } from '~/routes/staff/imports/import-page';
import { loadItems } from '~/routes/staff/imports/load-items.server';

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.batch.fileName ?? 'Import'} · Import · Maillage` }];

export const loader = page('import.run', async (ctx, { params, url }) => {
  const batch = await getImport(ctx, params.importId ?? '');
  const isShown = ['planned', 'applied'].includes(batch.state);
  return {
    batch,
    list: isShown ? await loadItems(ctx, batch, url.searchParams) : null,
    officers: batch.state === 'planned' ? await colleagueChoices(ctx) : [],
    tags: batch.state === 'planned' ? await tagChoices(ctx) : [],
  };
});

const back = (importId: string, search = '') => redirect(`${paths.import(importId)}${search}`);

export const action = commands({
  columns: command('import.run', mappingSchema, async (ctx, input) => {
    await confirmMapping(ctx, input);
    return back(input.importId);
  }),
  reopen: command('import.run', importSchema, async (ctx, input) => {
    await reopenColumns(ctx, input);
    return back(input.importId);
  }),
  answer: command('import.run', answerSchema, async (ctx, input, { url }) => {
    await answerQuestion(ctx, input);
    return back(input.importId, url.search);
  }),
  answerAll: command('import.run', answerAllSchema, async (ctx, input, { url }) => {
    await answerAll(ctx, input);
    return back(input.importId, url.search);
  }),
  apply: command('import.run', importOptionsSchema, async (ctx, input) => {
    await askToApply(ctx, input);
    return back(input.importId);
  }),
  undo: command('import.undo', importSchema, async (ctx, input) => {
    await askToUndo(ctx, input);
    return back(input.importId);
  }),
  retry: command('import.run', importSchema, async (ctx, input) => {
    await retryImport(ctx, input);
    return back(input.importId);
  }),
  cancel: command('import.run', importSchema, async (ctx, input) => {
    await cancelImport(ctx, input);
    return redirectWith(paths.imports(), { kind: 'info', text: 'L’import est abandonné. Rien n’a été ajouté.' });
  }),
});

export default function Import() {
  return <ImportPage {...useLoaderData<typeof loader>()} />;
}
