import type { Ctx } from '~/access/context';
import { z } from '~/domain/zod';

const pageSize = 30;

/**
 * The notes of a partnership: pinned ones (all of them, on the first page), then the others from the latest, thirty a page.
 * `after` is the id of the last note of the page before (ids are in the order of time).
 */
export async function listNotes(ctx: Ctx, partnershipId: string, after: string | null) {
  const select = { id: true, body: true, isPinned: true, createdAt: true, updatedAt: true, version: true, author: { select: { id: true, firstName: true, lastName: true } } } as const;
  const known = { partnershipId, deletedAt: null };
  const from = z.uuid().safeParse(after);
  const pinned = from.success ? [] : await ctx.db.note.findMany({ where: { ...known, isPinned: true }, orderBy: { id: 'desc' }, select });
  const others = await ctx.db.note.findMany({ where: { ...known, isPinned: false, ...(from.success ? { id: { lt: from.data } } : {}) }, orderBy: { id: 'desc' }, take: pageSize + 1, select });
  const shown = others.slice(0, pageSize);
  const notes = [...pinned, ...shown].map((note) => ({ ...note, isOwn: note.author?.id === ctx.actor.userId }));
  return { notes, next: others.length > pageSize ? (shown.at(-1)?.id ?? null) : null };
}
