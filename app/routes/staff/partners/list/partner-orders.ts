import type { PartnerFilters, Sort } from '~/domain/partner/list/filters';
import type { Order } from '~/ui/sort-choice';
import { listAddress } from './list-address';

/** The orders of the list of partners: likeness when words are sought, distance around a place; a column says the other directions. `heads`: the columns that sort. */
export function partnerOrders({ filters, sort, hasCircle, heads }: { filters: PartnerFilters; sort: Sort; hasCircle: boolean; heads: readonly string[] }): Order[] {
  const order = (tri: Sort, label: string): Order => ({ label, to: listAddress({ ...filters, tri }), isCurrent: sort === tri, hasHead: heads.includes(tri) });
  return [...(filters.q ? [order('pertinence', 'ressemblance')] : []), ...(hasCircle ? [order('distance', 'distance')] : []), order('nom', 'nom'), order('modification', 'date de modification')];
}
