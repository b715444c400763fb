import type { Ctx } from '~/access/context';
import { invalid } from '~/domain/errors';
import { goneFrom, holdPartnership } from '~/domain/partnership/partnership-of.server';

/** A gift of this partnership, deleted or not. Throws `notFound`, `merged`. */
export async function patronageOf(ctx: Ctx, { partnershipId, patronageId }: { partnershipId: string; patronageId: string }) {
  await holdPartnership(ctx, partnershipId);
  const patronage = await ctx.db.patronage.findFirst({ where: { id: patronageId, partnershipId } });
  if (!patronage) throw await goneFrom(ctx, partnershipId, 'Ce don n’existe pas, ou plus.');
  return patronage;
}

/** Whom one speaks to about the gift works at this partner. Throws `invalid('contactId')`. */
export async function checkContact(ctx: Ctx, partnershipId: string, contactId: string | null): Promise<void> {
  if (contactId === null) return;
  const known = await ctx.db.contact.count({ where: { id: contactId, partnershipId } });
  if (known === 0) throw invalid('contactId', 'Cette personne n’est pas parmi les interlocuteurs de ce partenaire.');
}
