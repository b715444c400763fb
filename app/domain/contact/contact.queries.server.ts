import type { Ctx } from '~/access/context';

/** The contacts of a partnership: the main one first, those who left last, those taken away not at all. */
export async function listContacts(ctx: Ctx, partnershipId: string) {
  return ctx.db.contact.findMany({
    where: { partnershipId, deletedAt: null },
    orderBy: [{ leftAt: { sort: 'asc', nulls: 'first' } }, { isMain: 'desc' }, { lastName: 'asc' }, { id: 'asc' }],
    select: { id: true, firstName: true, lastName: true, jobTitle: true, phone: true, email: true, preference: true, isMain: true, leftAt: true, version: true },
  });
}
