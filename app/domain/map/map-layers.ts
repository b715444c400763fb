import { readOfferFilters } from '~/domain/offer/list/offer-filters';
import { writeOfferFilters } from '~/domain/offer/list/write-offer-filters';
import { asksPrecisely, writeFilters } from '~/domain/partner/list/filters';
import { readFilters } from '~/domain/partner/list/read-filters';

export type MapLayerName = 'partners' | 'offers';

/** The filters of an address, written in one way: two addresses that show the same are one answer to keep. The order shows the same. */
export function filtersOf(layer: MapLayerName, params: URLSearchParams): string {
  if (layer === 'offers') return writeOfferFilters({ ...readOfferFilters(params).filters, tri: null, vue: '' }).toString();
  return writeFilters({ ...readFilters(params).filters, tri: null, vue: '' }).toString();
}

/**
 * May the answer be kept until the partners or offers themselves change? Not what depends on more than them: a saved list, a
 * single engagement, an address in doubt; the dates of the sessions of an offer.
 */
export function mayBeKept(layer: MapLayerName, params: URLSearchParams): boolean {
  if (layer === 'offers') return !readOfferFilters(params).filters.session;
  const { filters } = readFilters(params);
  return !filters.liste && !filters.position && !asksPrecisely(filters);
}
