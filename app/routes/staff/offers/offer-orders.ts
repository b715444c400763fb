import type { OfferList } from '~/domain/offer/list/list-offers.server';
import type { OfferFilters } from '~/domain/offer/list/offer-filters';
import type { Order } from '~/ui/sort-choice';
import { offersAddress } from './offer-address';

/** The column that sorts so. */
const headOf: Partial<Record<OfferList['sort'], string>> = { distance: 'way', date: 'published', debut: 'start' };

/** The orders of the list of offers: likeness when words are sought, distance around a place. `heads`: the columns that sort. */
export function offerOrders({ filters, sort, hasCircle, heads }: { filters: OfferFilters; sort: OfferList['sort']; hasCircle: boolean; heads: readonly string[] }): Order[] {
  const order = (tri: OfferList['sort'], label: string): Order => ({ label, to: offersAddress({ ...filters, tri }), isCurrent: sort === tri, hasHead: heads.includes(headOf[tri] ?? '') });
  return [...(filters.q ? [order('pertinence', 'ressemblance')] : []), ...(hasCircle ? [order('distance', 'distance')] : []), order('date', 'date de publication'), order('debut', 'date de début')];
}
