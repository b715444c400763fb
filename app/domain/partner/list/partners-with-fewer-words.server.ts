import type { Ctx } from '~/access/context';
import { leaveWordsOut, lookedAround, type AskedWords, type FewerFor } from '~/domain/search/leave-words-out.server';
import { parisDay } from '~/domain/text/paris-day';
import { Prisma } from '#prisma';
import { askForPartners } from './ask-for-partners.server';
import { allBut, conditionsOf, partnersOf } from './conditions.server';
import { criteriaOf, type Criteria } from './criteria';
import type { PartnerFilters } from './filters';
import { listPartners, type PartnerList } from './list-partners.server';
import { readSearch } from './read-search';

export type FewerForPartners = FewerFor<PartnerFilters>;

/**
 * When all the words of a list find nothing: what fewer of them find under the same filters, and the first page of the first of these. Null when
 * there is but one word, or none is found. As many queries as `leaveWordsOut`, and those of a list.
 */
export async function partnersWithFewerWords(ctx: Ctx, { filters, values, place }: Pick<PartnerList, 'filters' | 'values' | 'place'>): Promise<{ ways: FewerForPartners[]; list: PartnerList } | null> {
  const { words, numbers } = readSearch(filters.q);
  const { criteria } = criteriaOf(filters, values, place, parisDay(ctx.now));
  const { from, scope } = partnersOf(ctx.actor);
  const narrowed = ({ words, around, near, ranked }: AskedWords): Criteria => ({ ...criteria, search: { words: [...words], numbers }, near, ranked, ...(around && { place: lookedAround(around) }) });
  const ways = await leaveWordsOut(ctx, filters, {
    // A number is precise: nothing is found without it that was meant.
    words: numbers.length > 0 ? [] : words,
    mayLookAround: place === null,
    holding: (asked) => Prisma.sql`FROM ${from} WHERE ${scope} AND ${allBut(conditionsOf(narrowed(asked), ctx.actor))}`,
    key: Prisma.sql`s.mission_locale_id, s.partnership_id`,
    rank: async (asked) => (await askForPartners(ctx, narrowed(asked))).ranked,
  });
  return ways[0] ? { ways, list: await listPartners(ctx, ways[0].filters, values) } : null;
}
