import type { Ctx } from '~/access/context';
import { respelled, respelledAll, spellingsOf } from '~/domain/partner/list/near-words.server';
import { askForOffers } from './ask-for-offers.server';
import { allBut, offerConditions, type OfferCriteria } from './offer-conditions.server';
import type { OfferFilters } from './offer-filters';
import { understandOffers } from './understand-offers.server';

/**
 * What the filters of an address mean for this person, with what the engine beside PostgreSQL found for the words, and other spellings of words that
 * are nowhere. Two queries for words, two more for a place.
 */
export async function understandWithEngine(ctx: Ctx, filters: OfferFilters): Promise<{ criteria: OfferCriteria; notices: string[] }> {
  const understood = await understandOffers(ctx, filters);
  const [{ criteria, notice }, spellings] = await Promise.all([askForOffers(ctx, understood.criteria), spellingsOf(ctx, understood.criteria.search.words)]);
  return { criteria: await respelled(criteria, spellings, (criteria) => findsAny(ctx, criteria)), notices: notice ? [...understood.notices, notice] : understood.notices };
}

/** The criteria that the list itself uses for these filters, nearest spellings included: what is counted or drawn is what the list shows. */
export async function criteriaForOffers(ctx: Ctx, filters: OfferFilters): Promise<OfferCriteria> {
  const { criteria } = await understandWithEngine(ctx, filters);
  const isSure = criteria.near !== undefined || criteria.search.words.length === 0 || criteria.ranked?.isWhole || (await findsAny(ctx, criteria));
  return isSure ? criteria : ((await respelledAll(ctx, criteria)) ?? criteria);
}

/** Do these criteria keep an offer? */
async function findsAny({ db }: Ctx, criteria: OfferCriteria): Promise<boolean> {
  const [{ any }] = await db.$queryRaw<[{ any: boolean }]>`SELECT EXISTS (SELECT FROM search.offer_seen s WHERE ${allBut(offerConditions(criteria))}) AS any`;
  return any;
}
