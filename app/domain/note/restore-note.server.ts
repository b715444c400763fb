import type { Ctx } from '~/access/context';
import { noteOf } from './note-of.server';

/** Brings back a note that was taken away. Doing it twice changes nothing. */
export async function restoreNote(ctx: Ctx, { partnershipId, noteId }: { partnershipId: string; noteId: string }): Promise<void> {
  await noteOf(ctx, { partnershipId, noteId });
  await ctx.db.note.updateMany({ where: { id: noteId }, data: { deletedAt: null } });
}
