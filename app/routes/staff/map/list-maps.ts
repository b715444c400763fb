import type { OfferPlace } from '~/domain/offer/list/offer-conditions.server';
import type { OfferFilters } from '~/domain/offer/list/offer-filters';
import { writeOfferFilters } from '~/domain/offer/list/write-offer-filters';
import type { Place } from '~/domain/partner/list/criteria';
import { writeFilters, type PartnerFilters } from '~/domain/partner/list/filters';
import type { ThemeCode } from '~/domain/organisation/themes';
import { offersAddress } from '~/routes/staff/offers/offer-address';
import { listAddress } from '~/routes/staff/partners/list/list-address';
import type { Area } from '~/ui/map/map-data';
import type { ListMapProps } from './list-map';

type Shown = Omit<ListMapProps, 'lit' | 'onPoint' | 'onDrawn'>;

/** The map of a list of partners: its filters, and of the offers those that mean the same. */
export function partnersMap(filters: PartnerFilters, place: Place | null, mayNote: boolean): Shown {
  const { thematique, commune, rayon, autour, minutes, moyen } = filters;
  return {
    layer: 'partners',
    query: writeFilters({ ...filters, tri: null, vue: '' }).toString(),
    otherQuery: writeOfferFilters({ thematique: thematique as ThemeCode[], commune, rayon, autour, minutes, moyen }).toString(),
    isAll: filters.vue === 'tout',
    otherTo: listAddress({ ...filters, vue: filters.vue === 'tout' ? 'carte' : 'tout' }),
    area: areaOf(place),
    areaSaid: areaInWords(place),
    aroundTo: (around, km) => listAddress({ ...filters, commune: '', communeText: '', autour: around, rayon: km, minutes: 0, moyen: null }),
    mayNote,
  };
}

/** The map of a list of offers: of the partners, those filters that mean the same. */
export function offersMap(filters: OfferFilters, place: OfferPlace | null, mayNote: boolean): Shown {
  const { thematique, commune, rayon, autour, minutes, moyen } = filters;
  return {
    layer: 'offers',
    query: writeOfferFilters({ ...filters, tri: null, vue: '' }).toString(),
    otherQuery: writeFilters({ thematique, commune, rayon, autour, minutes, moyen }).toString(),
    isAll: filters.vue === 'tout',
    otherTo: offersAddress({ ...filters, vue: filters.vue === 'tout' ? 'carte' : 'tout' }),
    area: areaOf(place),
    areaSaid: areaInWords(place),
    aroundTo: (around, km) => offersAddress({ ...filters, commune: '', communeText: '', autour: around, rayon: km, minutes: 0, moyen: null }),
    mayNote,
  };
}

const areaOf = (place: Pick<Place, 'circle'> | null): Area | null => {
  if (!place?.circle) return null;
  const { longitude, latitude, km, outline } = place.circle;
  return { center: [longitude, latitude], metres: km * 1000, ...(outline && { outline: [outline] }) };
};

const reachWords = {
  ign: 'Zone calculée par l’IGN (Géoplateforme).',
  estimate: 'Zone estimée : à vol d’oiseau, avec un détour.',
  awaited: 'Zone estimée : à vol d’oiseau, avec un détour. Le calcul de l’IGN est demandé : rechargez la page dans un instant.',
  down: 'Zone estimée : à vol d’oiseau, avec un détour. Le service de l’IGN n’a pas répondu.',
} as const;

const areaInWords = (place: Pick<Place, 'circle'> | null): string | null => (place?.circle?.reach ? reachWords[place.circle.reach] : null);
