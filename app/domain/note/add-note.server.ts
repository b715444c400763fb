import type { Ctx } from '~/access/context';
import { readInput } from '~/domain/partner/read-input';
import { partnershipOf } from '~/domain/partnership/partnership-of.server';
import { addNoteSchema } from './note.schema';

/** Writes a note on the partner, signed by who acts. Seen by the agency only. Throws `invalid('body')`. */
export async function addNote(ctx: Ctx, { partnershipId, body, isPinned = false }: { partnershipId: string; body: string; isPinned?: boolean }): Promise<{ noteId: string }> {
  const { id } = await partnershipOf(ctx, partnershipId);
  const note = await ctx.db.note.create({ data: { ...readInput(addNoteSchema, { body }), isPinned, partnershipId: id }, select: { id: true } });
  return { noteId: note.id };
}
