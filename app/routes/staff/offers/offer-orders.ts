import type { OfferList } from '~/domain/offer/list/list-offers.server';
import type { OfferFilters } from '~/domain/offer/list/offer-filters';
import type { Order } from '~/ui/sort-choice';
import { offersAddress } from './offer-address';

/** The orders of the list of offers: likeness when words are sought, distance around a place. */
export function offerOrders({ filters, sort, hasCircle }: { filters: OfferFilters; sort: OfferList['sort']; hasCircle: boolean }): Order[] {
  const order = (tri: OfferList['sort'], label: string): Order => ({ label, to: offersAddress({ ...filters, tri }), isCurrent: sort === tri });
  return [...(filters.q ? [order('pertinence', 'ressemblance')] : []), ...(hasCircle ? [order('distance', 'distance')] : []), order('date', 'date de publication'), order('debut', 'date de début')];
}
