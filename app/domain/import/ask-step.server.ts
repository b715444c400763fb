import type { Ctx } from '~/access/context';
import { conflict } from '~/domain/errors';
import { z } from '~/domain/zod';
import { importedThing } from './imported-things.server';
import type { offerImportOptionsSchema } from '~/domain/offer/import/offer-import-options.schema';
import type { KeptOptions } from './import-options';
import { importOptionsSchema } from './import-options.schema';
import { importFor, moveImport } from './move-import.server';
import { checkOfficer } from '~/domain/partnership/check-officer.server';

export const importSchema = z.object({ importId: z.uuid() });
export type ImportId = z.output<typeof importSchema>;

export { importOptionsSchema };

/** The person agrees with the plan: a job carries it out, with what was chosen for the new partners. */
export async function askToApply(ctx: Ctx, { importId, ...options }: z.output<typeof importOptionsSchema>): Promise<void> {
  const { options: kept } = await importFor(ctx, importId, 'apply');
  await checkOfficer(ctx, options.officerId);
  await moveImport(ctx, importId, 'apply', { options: { ...(kept as Partial<KeptOptions> | null), ...options }, progress: { done: 0, total: 0, label: 'Import' }, problem: null });
  await ctx.emit('import.requested', { batchId: importId, step: 'apply' });
}

/** The same for a plan of offers: what was chosen is whether they are published at once, and who finds them. */
export async function askToApplyOffers(ctx: Ctx, { importId, ...options }: z.output<typeof offerImportOptionsSchema>): Promise<void> {
  const { options: kept } = await importFor(ctx, importId, 'apply');
  await moveImport(ctx, importId, 'apply', { options: { ...(kept as object | null), ...options }, progress: { done: 0, total: 0, label: 'Import' }, problem: null });
  await ctx.emit('import.requested', { batchId: importId, step: 'apply' });
}

/** Takes the import back, unless people built on it since: then `conflict`, with the partners' names. */
export async function askToUndo(ctx: Ctx, { importId }: ImportId): Promise<void> {
  const { subject } = await importFor(ctx, importId, 'undo');
  const built = await importedThing(subject).builtOn(ctx, importId);
  if (built) throw conflict(built);
  await moveImport(ctx, importId, 'undo', { progress: { done: 0, total: 0, label: 'Annulation' }, problem: null });
  await ctx.emit('import.requested', { batchId: importId, step: 'undo' });
}

/** Gives up an import that changed nothing yet. A job under way finds it cancelled and stops. */
export async function cancelImport(ctx: Ctx, { importId }: ImportId): Promise<void> {
  await importFor(ctx, importId, 'cancel');
  await moveImport(ctx, importId, 'cancel', { problem: null });
  await ctx.db.importItem.deleteMany({ where: { batchId: importId } });
}

/** Tries again what failed: from the columns when they are known, else from the file. */
export async function retryImport(ctx: Ctx, { importId }: ImportId): Promise<void> {
  const { mapping } = await importFor(ctx, importId, 'plan');
  await moveImport(ctx, importId, mapping ? 'plan' : 'read', { problem: null, progress: { done: 0, total: 0, label: 'Préparation' } });
  await ctx.emit('import.requested', { batchId: importId, step: mapping ? 'plan' : 'read' });
}
