import type { Ctx } from '~/access/context';
import { notFound } from '~/domain/errors';

/** A note of this partnership, deleted or not. Throws `notFound`. */
export async function noteOf(ctx: Ctx, { partnershipId, noteId }: { partnershipId: string; noteId: string }) {
  const note = await ctx.db.note.findFirst({ where: { id: noteId, partnershipId } });
  if (!note) throw notFound('Cette note n’existe pas, ou plus.');
  return note;
}
