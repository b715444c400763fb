import { may } from '~/access/permissions';
import type { Ctx } from '~/access/context';
import { forbidden } from '~/domain/errors';
import { noteOf } from './note-of.server';

/** Takes a note away; it can be restored. One's own, or any for those who may restore the history. Throws `forbidden`. */
export async function deleteNote(ctx: Ctx, { partnershipId, noteId }: { partnershipId: string; noteId: string }): Promise<void> {
  const note = await noteOf(ctx, { partnershipId, noteId });
  if (note.authorId !== ctx.actor.userId && !may(ctx.actor.role, 'history.restore')) throw forbidden('Seule la personne qui a écrit une note peut la supprimer.');
  await ctx.db.note.updateMany({ where: { id: noteId, deletedAt: null }, data: { deletedAt: ctx.now } });
}
