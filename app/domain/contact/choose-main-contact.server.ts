import type { Ctx } from '~/access/context';
import { conflict } from '~/domain/errors';
import { contactOf } from './contact-of.server';

/** Makes this contact the one to call first. Throws `conflict` for somebody who left or was taken away. */
export async function chooseMainContact(ctx: Ctx, { partnershipId, contactId }: { partnershipId: string; contactId: string }): Promise<void> {
  const contact = await contactOf(ctx, { partnershipId, contactId });
  if (contact.deletedAt || contact.leftAt) throw conflict('Cette personne n’est plus en place.');
  await ctx.db.contact.updateMany({ where: { partnershipId, isMain: true, id: { not: contactId } }, data: { isMain: false } });
  await ctx.db.contact.updateMany({ where: { id: contactId }, data: { isMain: true } });
}
