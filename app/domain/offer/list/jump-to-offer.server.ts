import type { Ctx } from '~/access/context';
import { wordRank } from '~/domain/partner/list/sort-key.server';
import { wordQuery } from '~/domain/partner/list/word-query';
import { readSearch } from '~/domain/partner/list/read-search';
import { allBut, offerConditions } from './offer-conditions.server';
import { readOfferFilters } from './offer-filters';

export type JumpToOffer = { id: string; title: string; holder: string; commune: string | null };

/** Ranked among so many at most, as partners are. */
const ranked = 300;

/**
 * A few offers for what was typed so far, the best first. A way (« 30 min en bus ») is left to the list: only the words count here. One query; none
 * when there is no word of two letters.
 */
export async function jumpToOffer({ db, now }: Ctx, typed: string, most: number): Promise<JumpToOffer[]> {
  const { filters } = readOfferFilters(new URLSearchParams({ q: typed }));
  const search = readSearch(filters.q);
  if (search.words.join('').length < 2) return [];
  const where = allBut(offerConditions({ filters: { ...filters, q: '' }, search, place: null, now }));
  return db.$queryRaw<JumpToOffer[]>`
    SELECT id, title, holder, commune FROM (SELECT s.offer_id::text AS id, s.title, s.holder, s.commune_name AS commune, s.words, s.published_at FROM search.offer_seen s WHERE ${where} LIMIT ${ranked}) s
    ORDER BY ${wordRank(wordQuery(search.words))} DESC, published_at DESC, id LIMIT ${most}`;
}
