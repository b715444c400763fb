import type { Ctx } from '~/access/context';
import { asTyped } from '~/domain/search/fewer-words';
import { aroundKm, leaveWordsOut, type AskedWords } from '~/domain/search/leave-words-out.server';
import { Prisma } from '#prisma';
import { askForOffers } from './ask-for-offers.server';
import { listOffers, type OfferList } from './list-offers.server';
import { allBut, offerConditions, type OfferCriteria } from './offer-conditions.server';
import type { OfferFilters } from './offer-filters';
import { searchOfOffers } from './understand-offers.server';

/** Fewer words: what is left out, as typed, or the place looked around; and the filters of the list that shows them. */
export type FewerForOffers = { without: string[]; around: string | null; filters: OfferFilters; count: number };

/** The same as `partnersWithFewerWords`, of offers: under the same filters, from the same place, for the same audience. */
export async function offersWithFewerWords(ctx: Ctx, { filters, place }: Pick<OfferList, 'filters' | 'place'>): Promise<{ ways: FewerForOffers[]; list: OfferList } | null> {
  const search = searchOfOffers(filters.q);
  const narrowed = ({ words, around, near, ranked }: AskedWords): OfferCriteria => ({
    filters, search: { ...search, words: [...words] }, near, ranked, now: ctx.now,
    place: around ? { code: around.code, codes: [around.code], name: around.name, circle: { latitude: around.latitude!, longitude: around.longitude!, km: aroundKm } } : place,
  });
  const found = await leaveWordsOut(ctx, {
    words: search.words,
    mayLookAround: place === null,
    holding: (asked) => Prisma.sql`FROM search.offer_seen s WHERE ${allBut(offerConditions(narrowed(asked)))}`,
    key: Prisma.sql`s.mission_locale_id, s.offer_id`,
    rank: async (asked) => (await askForOffers(ctx, narrowed(asked))).criteria.ranked ?? null,
  });
  const ways = found.map(({ words, without, around, count }): FewerForOffers => ({
    without: without.map((unit) => asTyped(filters.q, unit)), around: around?.name ?? null, count,
    filters: { ...filters, q: asTyped(filters.q, words), ...(around && { commune: around.code, rayon: aroundKm, tri: 'distance' as const }) },
  }));
  return ways[0] ? { ways, list: await listOffers(ctx, ways[0].filters) } : null;
}
