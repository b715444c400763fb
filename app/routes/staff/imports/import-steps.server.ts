import { redirect } from '@remix-run/node';
import type { Ctx } from '~/access/context';
import { answerAll, answerAllSchema, answerQuestion, answerSchema } from '~/domain/import/answer-question.server';
import { askToUndo, cancelImport, importSchema, retryImport, type ImportId } from '~/domain/import/ask-step.server';
import { confirmMapping, mappingSchema, reopenColumns } from '~/domain/import/confirm-mapping.server';
import type { ImportSubject } from '~/domain/import/import-subjects';
import type { z } from '~/domain/zod';
import { redirectWith } from '~/server/flash.server';
import { command, commands } from '~/server/http.server';
import { importAddresses } from './import-addresses';

/** What can be done with an import, of whatever it is: each step leads back to its page. Only what is chosen to `apply` it differs. */
export function importSteps<Options extends ImportId>(subject: ImportSubject, options: z.ZodType<Options>, apply: (ctx: Ctx, options: Options) => Promise<void>) {
  const { batch, list } = importAddresses[subject];
  const step = <Input extends ImportId>(permission: 'import.run' | 'import.undo', schema: z.ZodType<Input>, work: (ctx: Ctx, input: Input) => Promise<unknown>, { keepsTab = false } = {}) =>
    command(permission, schema, async (ctx, input, { url }) => {
      await work(ctx, input);
      return redirect(`${batch(input.importId)}${keepsTab ? url.search : ''}`);
    });
  return commands({
    columns: step('import.run', mappingSchema, confirmMapping),
    reopen: step('import.run', importSchema, reopenColumns),
    answer: step('import.run', answerSchema, answerQuestion, { keepsTab: true }),
    answerAll: step('import.run', answerAllSchema, answerAll, { keepsTab: true }),
    apply: step('import.run', options, apply),
    undo: step('import.undo', importSchema, askToUndo),
    retry: step('import.run', importSchema, retryImport),
    cancel: command('import.run', importSchema, async (ctx, input) => {
      await cancelImport(ctx, input);
      return redirectWith(list(), { kind: 'info', text: 'L’import est abandonné. Rien n’a été ajouté.' });
    }),
  });
}
