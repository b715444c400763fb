import { actorMay } from '~/access/actor';
import type { Ctx } from '~/access/context';
import { conflict, forbidden, notFound } from '~/domain/errors';
import { putBackTogether } from '~/domain/partner/together/all-together.server';
import type { Before } from '~/domain/partner/together/together';
import { bulkVerbs } from './bulk-change';
import type { BulkChange } from './bulk-change.schema';

/**
 * Undoes a change made to many partners at once. What somebody changed again since is left as they put it: `kept` counts it.
 * Throws `conflict` when it is undone already, or when the value that should come back is deleted.
 */
export async function undoChange(ctx: Ctx, { changeId }: { changeId: string }): Promise<{ undone: number; kept: number }> {
  const made = await ctx.db.bulkChange.findFirst({ where: { id: changeId } });
  if (!made) throw notFound('Ce changement n’existe pas ou plus.');
  const change = made.change as BulkChange;
  if (!actorMay(ctx.actor, bulkVerbs[change.verb].permission)) throw forbidden('Votre compte ne permet pas d’annuler ce changement.');
  const { count } = await ctx.db.bulkChange.updateMany({ where: { id: changeId, undoneAt: null }, data: { undoneAt: ctx.now } });
  if (count === 0) throw conflict('Ce changement est déjà annulé.');
  const undone = await putBackTogether(ctx, made.before as Before[], change);
  return { undone, kept: made.count - undone };
}
