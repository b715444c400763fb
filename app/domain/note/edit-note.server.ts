import type { Ctx } from '~/access/context';
import { forbidden, stale } from '~/domain/errors';
import { readInput } from '~/domain/partner/read-input';
import { noteOf } from './note-of.server';
import { addNoteSchema } from './note.schema';

export type EditNote = { partnershipId: string; noteId: string; version: number; body: string };

/** Corrects one's own note. Throws `forbidden` for another's, `stale` with both texts when it changed in another window. */
export async function editNote(ctx: Ctx, { partnershipId, noteId, version, body }: EditNote): Promise<void> {
  const note = await noteOf(ctx, { partnershipId, noteId });
  if (note.authorId !== ctx.actor.userId) throw forbidden('Seule la personne qui a écrit une note peut la corriger.');
  const typed = readInput(addNoteSchema, { body });
  const { count } = await ctx.db.note.updateMany({ where: { id: noteId, version }, data: typed });
  if (count === 0) throw stale('Cette note a changé pendant que vous écriviez.', note.version, [{ field: 'body', label: 'Note', theirs: note.body, yours: typed.body }]);
}
