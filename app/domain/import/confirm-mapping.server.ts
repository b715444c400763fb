import type { Ctx } from '~/access/context';
import { invalid } from '~/domain/errors';
import { z } from '~/domain/zod';
import { problemsOfMapping, type ColumnVocabulary, type MappedColumns } from './column-vocabulary';
import { importedThing } from './imported-things.server';
import type { ImportedSheet } from './imported-sheet';
import { importFor, moveImport } from './move-import.server';

/** One choice a column, in the order of the file: `columns[]`. */
export const mappingSchema = z.object({ importId: z.uuid(), columns: z.array(z.string().max(40)) });
export type ConfirmMapping = z.output<typeof mappingSchema>;

/**
 * The person says what each column holds: it is remembered for the next file of this shape, and the file is planned.
 * Throws `invalid('columns.<n>')` beside the second of two columns that give one field, `invalid('columns')` when nothing
 * names the organisations.
 */
export async function confirmMapping(ctx: Ctx, { importId, columns }: ConfirmMapping): Promise<void> {
  const batch = await importFor(ctx, importId, 'plan');
  const sheet = batch.sheet as unknown as ImportedSheet | null;
  if (!sheet || columns.length !== sheet.headers.length) throw invalid('columns', 'Les colonnes ont changé : rechargez la page.');
  const { vocabulary } = importedThing(batch.subject);
  if (columns.some((field) => !vocabulary.fields.some(({ code }) => code === field))) throw invalid('columns', 'Ce choix n’existe pas ou plus : rechargez la page.');
  const mapping: MappedColumns = columns.flatMap((field, column) => (field === 'ignored' ? [] : [{ column, header: sheet.headers[column]!, field }]));
  checkMapping(mapping, vocabulary);
  await ctx.db.importMapping.upsert({
    where: { missionLocaleId_fingerprint: { missionLocaleId: batch.missionLocaleId, fingerprint: sheet.fingerprint } },
    create: { fingerprint: sheet.fingerprint, mapping: mapping as object },
    update: { mapping: mapping as object, updatedAt: ctx.now },
  });
  await moveImport(ctx, importId, 'plan', { mapping: mapping as object, problem: null, progress: { done: 0, total: 0, label: 'Préparation' } });
  await ctx.emit('import.requested', { batchId: importId, step: 'plan' });
}

function checkMapping(mapping: MappedColumns, vocabulary: ColumnVocabulary): void {
  const [problem] = problemsOfMapping(mapping, vocabulary);
  if (!problem) return;
  const twice = mapping.find(({ field, column }) => vocabulary.fields.some(({ code, several }) => code === field && several === 'no') && mapping.some((other) => other.field === field && other.column < column));
  throw invalid(twice ? `columns.${twice.column}` : 'columns', problem);
}

/** From the plan back to the columns: nothing was imported yet. */
export async function reopenColumns(ctx: Ctx, { importId }: { importId: string }): Promise<void> {
  await moveImport(ctx, importId, 'askColumns', { counts: undefined, problem: null });
  await ctx.db.importItem.deleteMany({ where: { batchId: importId } });
}
