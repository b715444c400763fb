import type { Ctx } from '~/access/context';
import { leaveWordsOut, lookedAround, type AskedWords, type FewerFor } from '~/domain/search/leave-words-out.server';
import { Prisma } from '#prisma';
import { askForOffers } from './ask-for-offers.server';
import { listOffers, type OfferList } from './list-offers.server';
import { allBut, offerConditions, type OfferCriteria } from './offer-conditions.server';
import type { OfferFilters } from './offer-filters';
import { searchOfOffers } from './understand-offers.server';

export type FewerForOffers = FewerFor<OfferFilters>;

/** The same as `partnersWithFewerWords`, of offers: under the same filters, from the same place, for the same audience. */
export async function offersWithFewerWords(ctx: Ctx, { filters, place }: Pick<OfferList, 'filters' | 'place'>): Promise<{ ways: FewerForOffers[]; list: OfferList } | null> {
  const search = searchOfOffers(filters.q);
  const narrowed = ({ words, around, near, ranked }: AskedWords): OfferCriteria => ({
    filters, search: { ...search, words: [...words] }, near, ranked, now: ctx.now,
    place: around ? lookedAround(around) : place,
  });
  const ways = await leaveWordsOut(ctx, filters, {
    words: search.words,
    mayLookAround: place === null,
    holding: (asked) => Prisma.sql`FROM search.offer_seen s WHERE ${allBut(offerConditions(narrowed(asked)))}`,
    key: Prisma.sql`s.mission_locale_id, s.offer_id`,
    rank: async (asked) => (await askForOffers(ctx, narrowed(asked))).criteria.ranked ?? null,
  });
  return ways[0] ? { ways, list: await listOffers(ctx, ways[0].filters) } : null;
}
