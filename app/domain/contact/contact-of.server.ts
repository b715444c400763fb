import type { Ctx } from '~/access/context';
import { notFound } from '~/domain/errors';

/** A contact of this partnership, deleted or not. Throws `notFound`. */
export async function contactOf(ctx: Ctx, { partnershipId, contactId }: { partnershipId: string; contactId: string }) {
  const contact = await ctx.db.contact.findFirst({ where: { id: contactId, partnershipId } });
  if (!contact) throw notFound('Cet interlocuteur n’existe pas, ou plus.');
  return contact;
}
