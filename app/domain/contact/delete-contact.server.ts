import type { Ctx } from '~/access/context';
import { contactOf } from './contact-of.server';

/** Takes a contact away; it can be restored. Another one in place becomes the main one. */
export async function deleteContact(ctx: Ctx, { partnershipId, contactId }: { partnershipId: string; contactId: string }): Promise<{ name: string }> {
  const contact = await contactOf(ctx, { partnershipId, contactId });
  await ctx.db.contact.updateMany({ where: { id: contactId, deletedAt: null }, data: { deletedAt: ctx.now, isMain: false } });
  if (contact.isMain) await nextMainContact(ctx, partnershipId);
  await ctx.emit('contact.changed', { partnershipId });
  return { name: [contact.firstName, contact.lastName].filter(Boolean).join(' ') };
}

/** The contact known for longest becomes the main one, when there is none. */
export async function nextMainContact(ctx: Ctx, partnershipId: string): Promise<void> {
  const current = { partnershipId, deletedAt: null, leftAt: null };
  const contacts = await ctx.db.contact.findMany({ where: current, orderBy: [{ isMain: 'desc' }, { createdAt: 'asc' }], take: 1, select: { id: true, isMain: true } });
  const [first] = contacts;
  if (first && !first.isMain) await ctx.db.contact.updateMany({ where: { id: first.id }, data: { isMain: true } });
}
