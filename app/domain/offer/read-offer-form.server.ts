import type { Ctx } from '~/access/context';
import { zonesTyped } from '~/domain/place/zones.server';
import { tradesTyped } from '~/domain/rome/trades-typed.server';
import type { OfferForm } from './offer-form';
import type { TypedOffer } from './offer.schema';

/** What the form of an offer says once the database has read its trades and its zones. Throws `invalid(field)` for words that are none. */
export async function offerOfForm(ctx: Ctx, { typed, trades, zones }: OfferForm): Promise<TypedOffer> {
  const chosen = await tradesTyped(ctx, trades);
  return { ...typed, romes: [...new Set([...chosen, ...(typed.romes as string[])])], zones: await zonesTyped(ctx, { field: 'zonesText', text: zones }) };
}
