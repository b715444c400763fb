import type { Ctx } from '~/access/context';
import { noteOf } from './note-of.server';

/** Keeps a note on top of the others, or lets it go back to its date. */
export async function pinNote(ctx: Ctx, { partnershipId, noteId, isPinned }: { partnershipId: string; noteId: string; isPinned: boolean }): Promise<void> {
  await noteOf(ctx, { partnershipId, noteId });
  await ctx.db.note.updateMany({ where: { id: noteId }, data: { isPinned } });
}
