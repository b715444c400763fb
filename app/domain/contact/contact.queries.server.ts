import type { Ctx } from '~/access/context';

/** The contacts of a partnership: the main one first, those who left last, those taken away not at all. */
export async function listContacts(ctx: Ctx, partnershipId: string) {
  return ctx.db.contact.findMany({
    where: { partnershipId, deletedAt: null },
    orderBy: [{ leftAt: { sort: 'asc', nulls: 'first' } }, { isMain: 'desc' }, { lastName: 'asc' }, { id: 'asc' }],
    select: { id: true, firstName: true, lastName: true, jobTitle: true, phone: true, email: true, preference: true, isMain: true, leftAt: true, version: true },
  });
}

/** Whom to propose in a form: the people in place, the main one first. Those who left never are. */
export async function contactChoices(ctx: Ctx, partnershipId: string): Promise<{ value: string; label: string }[]> {
  const people = await ctx.db.contact.findMany({
    where: { partnershipId, deletedAt: null, leftAt: null },
    orderBy: [{ isMain: 'desc' }, { lastName: 'asc' }, { id: 'asc' }],
    select: { id: true, firstName: true, lastName: true, jobTitle: true },
  });
  return people.map(({ id, firstName, lastName, jobTitle }) => ({ value: id, label: [[firstName, lastName].filter(Boolean).join(' '), jobTitle].filter(Boolean).join(', ') }));
}
