import type { Ctx } from '~/access/context';
import { conflict } from '~/domain/errors';
import { applyTogether } from '~/domain/partner/together/all-together.server';
import { partnersInWords } from './bulk-change';
import type { BulkChange } from './bulk-change.schema';

type ChangeTogether = { ids: readonly string[]; change: BulkChange; /** How many the preview said would change. */ expected?: number };

/**
 * Does one thing to many partnerships in a few statements, however many they are, and keeps what it replaced. Those where it
 * would change nothing are left alone. Throws `invalid` for a person or a value that is not the agency's, `conflict` when the
 * preview no longer holds.
 */
export async function changeTogether(ctx: Ctx, { ids, change, expected }: ChangeTogether): Promise<{ changeId: string | null; changed: number }> {
  const before = await applyTogether(ctx, ids, change);
  if (expected !== undefined && before.length !== expected) throw conflict(`La liste a changé depuis l’aperçu : ${partnersInWords(before.length).toLowerCase()} changerai${before.length > 1 ? 'ent' : 't'} maintenant. Relisez, puis confirmez.`);
  if (before.length === 0) return { changeId: null, changed: 0 };
  const { id } = await ctx.db.bulkChange.create({ data: { change, before, count: before.length }, select: { id: true } });
  return { changeId: id, changed: before.length };
}
