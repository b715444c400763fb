import type { OfferPlace } from '~/domain/offer/list/offer-conditions.server';
import type { OfferFilters } from '~/domain/offer/list/offer-filters';
import { writeOfferFilters } from '~/domain/offer/list/write-offer-filters';
import type { Place } from '~/domain/partner/list/criteria';
import { writeFilters, type PartnerFilters } from '~/domain/partner/list/filters';
import { offersAddress } from '~/routes/staff/offers/offer-address';
import { listAddress } from '~/routes/staff/partners/list/list-address';
import type { Area } from '~/ui/map/map-data';
import type { ListMapProps } from './list-map';

type Shown = Omit<ListMapProps, 'lit' | 'onPoint' | 'onDrawn'>;

/** The map of a list of partners: its filters, and of the offers those that mean the same. */
export function partnersMap(filters: PartnerFilters, place: Place | null, mayNote: boolean): Shown {
  const { thematique, commune, rayon } = filters;
  return {
    layer: 'partners',
    query: writeFilters({ ...filters, tri: null, vue: '' }).toString(),
    otherQuery: writeFilters({ thematique, commune, rayon }).toString(),
    isAll: filters.vue === 'tout',
    otherTo: listAddress({ ...filters, vue: filters.vue === 'tout' ? 'carte' : 'tout' }),
    area: areaOf(place),
    mayNote,
  };
}

/** The map of a list of offers. A way in minutes is a radius for partners. */
export function offersMap(filters: OfferFilters, place: OfferPlace | null, mayNote: boolean): Shown {
  const { thematique, commune } = filters;
  return {
    layer: 'offers',
    query: writeOfferFilters({ ...filters, tri: null, vue: '' }).toString(),
    otherQuery: writeFilters({ thematique, commune, rayon: place?.circle ? Math.max(1, Math.round(place.circle.km)) : 0 }).toString(),
    isAll: filters.vue === 'tout',
    otherTo: offersAddress({ ...filters, vue: filters.vue === 'tout' ? 'carte' : 'tout' }),
    area: areaOf(place),
    mayNote,
  };
}

const areaOf = (place: Pick<Place, 'circle'> | null): Area | null => (place?.circle ? { center: [place.circle.longitude, place.circle.latitude], metres: place.circle.km * 1000 } : null);
