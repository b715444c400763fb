import type { Ctx } from '~/access/context';
import { findPlace } from '~/domain/partner/list/find-place.server';
import type { Circle } from '~/domain/place/circle';
import { reachFrom } from '~/domain/reach/reach-from.server';
import { readSearch, type Search } from '~/domain/partner/list/read-search';
import type { OfferCriteria } from './offer-conditions.server';
import { kmAround, type OfferFilters } from './offer-filters';

/**
 * What the filters of an address mean: the words sought, and the place, chosen in the list or said in the box when a way was
 * (« serveuse tarbes 30 min en bus »: Tarbes then leaves the words). Two queries at most.
 */
export async function understandOffers(ctx: Ctx, filters: OfferFilters): Promise<{ criteria: OfferCriteria; notices: string[] }> {
  const search = withoutIdleWords(readSearch(filters.q));
  const km = kmAround(filters);
  if (filters.commune || filters.communeText || filters.autour || km === null) {
    const { place, code, notices } = await findPlace(ctx, filters);
    return { criteria: { filters: { ...filters, commune: code, communeText: '', autour: place && !code ? filters.autour : '' }, search, place: place && { code, ...place }, now: ctx.now }, notices };
  }
  const said = await placeInWords(ctx, search);
  if (!said) return { criteria: { filters, search, place: null, now: ctx.now }, notices: ['Dites de quelle commune partir : « serveuse Tarbes 30 min en bus ».'] };
  const { place, rest } = said;
  const { minutes, moyen } = filters;
  const point = place.latitude === null || place.longitude === null ? null : { latitude: place.latitude, longitude: place.longitude };
  const circle: Circle | null = point && { ...point, km, ...(minutes && moyen && (await reachFrom(ctx, { point, minutes, mode: moyen }))) };
  return {
    criteria: { filters: { ...filters, q: rest.words.join(' '), commune: place.code }, search: rest, place: { code: place.code, codes: [place.code], name: place.name, circle }, now: ctx.now },
    notices: circle ? [] : [`La position de ${place.name} n’est pas connue : la liste montre la commune seule.`],
  };
}

/** Words that say nothing in a list of offers, left out as soon as there is something else. */
const idle = new Set(['offre', 'offres', 'annonce', 'annonces', 'cherche']);

function withoutIdleWords(search: Search): Search {
  const telling = search.words.filter((word) => !idle.has(word));
  return telling.length > 0 ? { ...search, words: telling } : search;
}

type SaidPlace = { code: string; name: string; latitude: number | null; longitude: number | null; words: string[] };

/** The commune that the words name, the longest name first, then the most people. One query; null when none. */
async function placeInWords({ db }: Ctx, search: Search): Promise<{ place: SaidPlace; rest: Search } | null> {
  const runs: { from: number; words: string[] }[] = [];
  for (let from = 0; from < search.words.length; from += 1) for (let length = 1; length <= 5 && from + length <= search.words.length; length += 1) runs.push({ from, words: search.words.slice(from, from + length) });
  if (runs.length === 0) return null;
  const names = runs.map(({ words }) => words.join(' ').replace(/\bst\b/g, 'saint').replace(/\bste\b/g, 'sainte'));
  const found = await db.$queryRaw<(Omit<SaidPlace, 'words'> & { said: string })[]>`
    SELECT c.code, c.name, c.latitude, c.longitude, n.said FROM unnest(${names}::text[]) AS n(said)
    JOIN commune c ON c.search_name = ANY (ARRAY[n.said, replace(n.said, ' ', '-')]) AND c.part_of_code IS NULL
    ORDER BY length(n.said) DESC, c.population DESC LIMIT 1`;
  const [place] = found;
  if (!place) return null;
  const { from, words } = runs[names.indexOf(place.said)]!;
  return { place: { ...place, words }, rest: { ...search, words: search.words.filter((_, i) => i < from || i >= from + words.length) } };
}
