import type { Ctx } from '~/access/context';
import { contactOf } from './contact-of.server';
import { nextMainContact } from './delete-contact.server';

/** Notes that a person left the organisation (`hasLeft`), or came back. The memory of who they were stays. */
export async function markContactLeft(ctx: Ctx, { partnershipId, contactId, hasLeft }: { partnershipId: string; contactId: string; hasLeft: boolean }): Promise<void> {
  await contactOf(ctx, { partnershipId, contactId });
  await ctx.db.contact.updateMany({ where: { id: contactId }, data: hasLeft ? { leftAt: ctx.now, isMain: false } : { leftAt: null } });
  await nextMainContact(ctx, partnershipId);
}
