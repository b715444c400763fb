import type { Ctx } from '~/access/context';
import { findPlace } from '~/domain/partner/list/find-place.server';
import type { Circle } from '~/domain/place/circle';
import { placeInWords } from '~/domain/place/place-in-words.server';
import { reachFrom } from '~/domain/reach/reach-from.server';
import { readSearch, type Search } from '~/domain/partner/list/read-search';
import type { OfferCriteria } from './offer-conditions.server';
import { kmAround, type OfferFilters } from './offer-filters';

/**
 * What the filters of an address mean: the words sought, and the place, chosen in the list or said in the box when a way was
 * (« serveuse tarbes 30 min en bus »: Tarbes then leaves the words). Two queries at most.
 */
export async function understandOffers(ctx: Ctx, filters: OfferFilters): Promise<{ criteria: OfferCriteria; notices: string[] }> {
  const search = searchOfOffers(filters.q);
  const km = kmAround(filters);
  if (filters.commune || filters.communeText || filters.autour || km === null) {
    const { place, code, notices } = await findPlace(ctx, filters);
    return { criteria: { filters: { ...filters, commune: code, communeText: '', autour: place && !code ? filters.autour : '' }, search, place: place && { code, ...place }, now: ctx.now }, notices };
  }
  const place = await placeInWords(ctx, search.words);
  if (!place) return { criteria: { filters, search, place: null, now: ctx.now }, notices: ['Dites de quelle commune partir : « serveuse Tarbes 30 min en bus ».'] };
  const rest = { ...search, words: search.words.filter((word) => !place.words.includes(word)) };
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

/** What is looked for in a list of offers. */
export function searchOfOffers(typed: string): Search {
  const search = readSearch(typed);
  const telling = search.words.filter((word) => !idle.has(word));
  return telling.length > 0 ? { ...search, words: telling } : search;
}
