import type { Ctx } from '~/access/context';
import { conflict, notFound } from '~/domain/errors';
import { isUuid } from '~/domain/text/uuid';
import type { Prisma } from '#prisma';
import type { ImportSubject } from './import-subjects';
import { canDo, importStates, importVerbs, type ImportVerb } from './import-lifecycle';

/**
 * Moves an import by one verb of its life (see import-lifecycle), by compare-and-swap: of two people or jobs at once, one
 * wins. Throws `notFound`, or `conflict` when its state does not allow it.
 */
export async function moveImport(ctx: Ctx, importId: string, verb: ImportVerb, data: Prisma.ImportBatchUncheckedUpdateManyInput = {}): Promise<void> {
  const { from, to } = importVerbs[verb];
  const { count } = await ctx.db.importBatch.updateMany({ where: { id: importId, state: { in: [...from] } }, data: { ...data, state: to } });
  if (count === 1) return;
  const batch = await importOf(ctx, importId);
  throw conflict(`Cet import a changé d’état : ${importStates[batch.state].label.toLowerCase()}. Rechargez la page.`);
}

/** The import, of this subject when one is named; or `notFound`. */
export async function importOf(ctx: Ctx, importId: string, subject?: ImportSubject) {
  const batch = isUuid(importId) ? await ctx.db.importBatch.findFirst({ where: { id: importId, subject } }) : null;
  if (!batch) throw notFound('Cet import n’existe pas ou plus.');
  return batch;
}

/** An address that somebody typed holds anything. */

/** The import if `verb` can be done now, else `conflict`. */
export async function importFor(ctx: Ctx, importId: string, verb: ImportVerb) {
  const batch = await importOf(ctx, importId);
  if (!canDo(batch.state, verb)) throw conflict(`Cet import ne peut plus changer : ${importStates[batch.state].label.toLowerCase()}.`);
  return batch;
}
