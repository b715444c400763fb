import type { Ctx } from '~/access/context';
import type { TypedOffer } from './offer.schema';
import { partnerToHold } from './partner-to-hold.server';
import { writtenOffer } from './write-offer.server';

export type AddOffer = { partnershipId?: string | null } & TypedOffer;

/** Writes an offer down as a draft: of a partner, or of the agency itself when none is named. Throws `invalid(field)`, `conflict` for an archived partner. */
export async function addOffer(ctx: Ctx, { partnershipId, ...input }: AddOffer): Promise<{ offerId: string }> {
  const holder = partnershipId ? await partnerToHold(ctx, partnershipId) : null;
  const row = await writtenOffer(ctx, input);
  const { id } = await ctx.db.offer.create({ data: { ...row, partnershipId: holder?.id ?? null }, select: { id: true } });
  await ctx.emit('offer.changed', { offerId: id });
  return { offerId: id };
}
