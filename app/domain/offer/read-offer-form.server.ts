import type { Ctx } from '~/access/context';
import { partnerTyped } from '~/domain/partner/partner-typed.server';
import { zonesTyped } from '~/domain/place/zones.server';
import { tradesTyped } from '~/domain/rome/trades-typed.server';
import type { OfferForm } from './offer-form';
import type { TypedOffer } from './offer.schema';

/** What the form of an offer says once the database has read its trades and its zones. Throws `invalid(field)` for words that are none. */
export async function offerOfForm(ctx: Ctx, { typed, trades, zones }: OfferForm): Promise<TypedOffer> {
  const chosen = await tradesTyped(ctx, trades);
  return { ...typed, romes: [...new Set([...chosen, ...(typed.romes as string[])])], zones: await zonesTyped(ctx, { field: 'zonesText', text: zones }) };
}

/** The partner who holds the offer, as its form says: null is the agency itself, undefined when the form does not ask. Throws `invalid('partnershipId')`. */
export async function holderOfForm(ctx: Ctx, { holder }: Pick<OfferForm, 'holder'>): Promise<string | null | undefined> {
  if (!holder) return undefined;
  const { id, text, before } = holder;
  if (id) return id;
  if (!text) return null;
  return before.id && text === before.name ? before.id : (await partnerTyped(ctx, 'partnershipId', { id, text })).id;
}
