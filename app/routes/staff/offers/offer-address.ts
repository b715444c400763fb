import type { OfferFilters } from '~/domain/offer/list/offer-filters';
import { writeOfferFilters } from '~/domain/offer/list/write-offer-filters';
import { paths } from '~/paths';

/** The address of the list of offers with these filters, from its first page; `page` names another one. */
export function offersAddress(filters: Partial<OfferFilters>, page: { apres?: string | null; avant?: string | null } = {}): string {
  const params = writeOfferFilters(filters);
  for (const name of ['apres', 'avant'] as const) if (page[name]) params.set(name, page[name]);
  return params.size > 0 ? `${paths.offers()}?${params}` : paths.offers();
}
