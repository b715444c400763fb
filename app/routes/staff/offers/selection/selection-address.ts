import type { OfferFilters } from '~/domain/offer/list/offer-filters';
import { paths } from '~/paths';

/** The selection, with the way that the list was looked at from. */
export function selectionAddress({ commune, moyen }: Pick<OfferFilters, 'commune' | 'moyen'>): string {
  const params = new URLSearchParams({ ...(commune && { commune }), ...(commune && moyen && { moyen }) });
  return params.size > 0 ? `${paths.offerSelection()}?${params}` : paths.offerSelection();
}
