import type { Ctx } from '~/access/context';
import { nearWordsOf } from '~/domain/partner/list/near-words.server';
import { askForOffers } from './ask-for-offers.server';
import { countOf, type OfferCriteria } from './offer-conditions.server';
import type { OfferFilters } from './offer-filters';
import { tooFewOffers } from './list-offers.server';
import { understandOffers } from './understand-offers.server';

/** The criteria that the list itself uses for these filters, nearest spellings included: the map shows what the list shows. */
export async function criteriaForOffers(ctx: Ctx, filters: OfferFilters): Promise<OfferCriteria> {
  const { criteria } = await askForOffers(ctx, (await understandOffers(ctx, filters)).criteria);
  const { words } = criteria.search;
  if (words.length === 0 || criteria.ranked?.isWhole) return criteria;
  const [{ count }] = await ctx.db.$queryRaw<[{ count: number }]>(countOf(criteria));
  if (count >= tooFewOffers) return criteria;
  const near = await nearWordsOf(ctx, words, { evenKnown: count === 0 });
  return near.size > 0 ? { ...criteria, near } : criteria;
}
