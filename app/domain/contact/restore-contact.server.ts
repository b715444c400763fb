import type { Ctx } from '~/access/context';
import { contactOf } from './contact-of.server';
import { nextMainContact } from './delete-contact.server';

/** Brings back a contact that was taken away. Doing it twice changes nothing. */
export async function restoreContact(ctx: Ctx, { partnershipId, contactId }: { partnershipId: string; contactId: string }): Promise<void> {
  await contactOf(ctx, { partnershipId, contactId });
  await ctx.db.contact.updateMany({ where: { id: contactId }, data: { deletedAt: null } });
  await nextMainContact(ctx, partnershipId);
  await ctx.emit('contact.changed', { partnershipId });
}
