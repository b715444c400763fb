import type { MapLayerName } from '~/domain/map/map-layers';
import type { ExploreLayer } from '~/ui/map/explore-options';
import { offerMarks, partnerMarks } from './map-marks';

const layers: Record<MapLayerName, ExploreLayer> = {
  partners: { name: 'partners', group: 'disc', hue: 'teal', marks: partnerMarks, inWords: (count) => `${count.toLocaleString('fr-FR')} partenaires` },
  offers: { name: 'offers', group: 'square', hue: 'violet', marks: offerMarks, inWords: (count) => `${count.toLocaleString('fr-FR')} offres` },
};

/** Both layers, the list's own first: it stands where things are, the other a little aside. */
export const exploreLayers = (first: MapLayerName): ExploreLayer[] => (first === 'partners' ? [layers.partners, layers.offers] : [layers.offers, layers.partners]);
