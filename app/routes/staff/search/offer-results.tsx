import type { OfferFilters } from '~/domain/offer/list/offer-filters';
import type { OfferList } from '~/domain/offer/list/list-offers.server';
import type { OfferRow } from '~/domain/offer/list/page-of-offers.server';
import { offerKinds } from '~/domain/offer/offer-kinds';
import { placeInWords } from '~/domain/partner/list/place-words';
import { paths } from '~/paths';
import { offersAddress } from '~/routes/staff/offers/offer-address';
import { Card } from '~/ui/card';
import { Chip } from '~/ui/chip';
import { frenchNumber } from '~/ui/french-number';
import { LinkButton } from '~/ui/link-button';
import { Corrected, ResultList } from './result-list';

export type FoundOffer = Pick<OfferRow, 'id' | 'title' | 'holder' | 'commune' | 'kind' | 'isOurs'>;
type OfferResultsProps = Pick<OfferList, 'total' | 'corrected' | 'place'> & { rows: FoundOffer[]; filters: OfferFilters };

const inWords = (count: number) => (count === 1 ? '1 offre' : `${frenchNumber(count)} offres`);

/** The first offers, and the way to their whole list, with its filters, its circle and its orders. */
export function OfferResults({ rows, total, corrected, filters, place }: OfferResultsProps) {
  if (total === 0) return <p>Aucune offre ne correspond.</p>;
  return (
    <Card title={`${inWords(total)}${place ? ` ${placeInWords(place, filters)}` : ''}`} action={<LinkButton to={offersAddress(filters)} size="small">{total > rows.length ? `Voir les ${inWords(total)}` : 'Ouvrir dans la liste'}</LinkButton>}>
      <Corrected corrected={corrected} />
      <OfferRows rows={rows} />
    </Card>
  );
}

export function OfferRows({ rows }: { rows: readonly FoundOffer[] }) {
  return (
    <ResultList
      results={rows.map(({ id, title, holder, commune, kind, isOurs }) => ({
        id, name: title, to: paths.offer(id),
        detail: [holder, commune, isOurs ? null : 'autre agence'].filter(Boolean).join(' · '),
        chip: <Chip tone="theme">{offerKinds[kind].label}</Chip>,
      }))}
    />
  );
}
