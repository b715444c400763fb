import type { Ctx } from '~/access/context';
import { goneFrom, holdPartnership } from '~/domain/partnership/partnership-of.server';

/** A contact of this partnership, deleted or not. Throws `notFound`, `merged`. */
export async function contactOf(ctx: Ctx, { partnershipId, contactId }: { partnershipId: string; contactId: string }) {
  await holdPartnership(ctx, partnershipId);
  const contact = await ctx.db.contact.findFirst({ where: { id: contactId, partnershipId } });
  if (!contact) throw await goneFrom(ctx, partnershipId, 'Cet interlocuteur n’existe pas, ou plus.');
  return contact;
}
