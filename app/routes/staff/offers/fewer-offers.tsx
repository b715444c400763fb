import type { OfferList } from '~/domain/offer/list/list-offers.server';
import type { FewerForOffers } from '~/domain/offer/list/offers-with-fewer-words.server';
import type { OfferRow } from '~/domain/offer/list/page-of-offers.server';
import { paths } from '~/paths';
import type { Fewer } from '~/routes/staff/search/fewer-said';
import { FewerWords } from '~/routes/staff/search/fewer-words';
import { DataTable } from '~/ui/data-table';
import { frenchNumber } from '~/ui/french-number';
import { offersAddress } from './offer-address';
import { offerColumns } from './offer-columns';

const inWords = (count: number) => `${frenchNumber(count)} offre${count > 1 ? 's' : ''}`;

export const fewerOffers = (ways: readonly FewerForOffers[]): Fewer[] => ways.map(({ without, around, filters, count }) => ({ without, around, km: filters.rayon, to: offersAddress(filters), found: inWords(count) }));

type FewerOffersProps = { ways: readonly FewerForOffers[]; rows: OfferRow[]; sort: OfferList['sort']; place: OfferList['place']; hasMap: boolean; now: Date };

/** The first offers that fewer words find, as the list itself shows them. */
export function FewerOffers({ ways, rows, sort, place, hasMap, now }: FewerOffersProps) {
  const columns = offerColumns({ filters: ways[0]!.filters, sort, hasCircle: Boolean(place?.circle), now }).filter(({ key }) => !hasMap || besideMap.includes(key));
  return (
    <FewerWords fewer={fewerOffers(ways)}>
      <DataTable caption="Offres trouvées avec moins de mots" columns={columns} rows={rows} rowKey={({ id }) => id} rowTo={({ id }) => paths.offer(id)} />
    </FewerWords>
  );
}

/** The columns that fit beside a map. */
export const besideMap = ['title', 'kind', 'way', 'close'];
