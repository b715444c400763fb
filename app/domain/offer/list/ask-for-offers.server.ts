import type { Ctx } from '~/access/context';
import { once } from '~/access/once';
import { boxOf } from '~/domain/place/circle';
import { askEngine } from '~/domain/search/ask-engine.server';
import type { OfferCriteria } from './offer-conditions.server';

/**
 * These criteria with what the engine beside PostgreSQL found for their words among the offers of the person's audiences. Not asked
 * of the facets, so that the list and its counts speak of the same offers. One query, for the audiences, when there is an engine.
 */
export async function askForOffers(ctx: Ctx, criteria: OfferCriteria): Promise<{ criteria: OfferCriteria; notice: string | null }> {
  const { search, place } = criteria;
  if (!ctx.words || search.words.length === 0) return { criteria, notice: null };
  const [{ audiences }] = await once(ctx, 'audiences', async () => ctx.db.$queryRaw<[{ audiences: string[] }]>`SELECT app.offer_audiences() AS audiences`);
  const { ranked, notice } = await askEngine(ctx, {
    kind: 'offer',
    words: search.words,
    within: [{ field: 'audience', anyOf: audiences }],
    // More than what a place keeps: PostgreSQL cuts the circle, and the zones, out of it.
    ...(place && (place.circle ? { box: boxOf(place.circle) } : { communes: place.codes })),
    serving: place?.codes,
  });
  return { criteria: ranked ? { ...criteria, ranked } : criteria, notice };
}
