import type { Map as MapLibre, MapGeoJSONFeature } from 'maplibre-gl';
import type { ExploreLayer, ShownSpot } from './explore-options';
import { aside } from './explore-style';

/** As it was given; of a bubble, where it is drawn. */
export const placeOf = ({ geometry, properties: { lon, lat } }: MapGeoJSONFeature): [number, number] => (lon === undefined ? ((geometry as GeoJSON.Point).coordinates as [number, number]) : [Number(lon), Number(lat)]);
/** Spread out from others at one place. */
export const isSpread = (feature: MapGeoJSONFeature) => feature.source === 'fan';
export const layerOf = (feature: MapGeoJSONFeature) => (isSpread(feature) ? String(feature.properties.layer) : feature.source);
/** How many things it stands for. */
export const countOf = ({ properties }: MapGeoJSONFeature) => Number(properties.sum ?? properties.n);
export const keyOf = (feature: MapGeoJSONFeature) => `${feature.source}:${feature.properties.id ?? placeOf(feature).map((degrees) => degrees.toFixed(5))}`;

/** It, as whoever goes by keyboard is told of it. */
export function shownSpot(key: string, feature: MapGeoJSONFeature, map: MapLibre, layers: readonly ExploreLayer[]): ShownSpot {
  const { x, y } = map.project(placeOf(feature));
  const layer = layers.find(({ name }) => name === layerOf(feature));
  const isAside = layer !== layers[0] && !isSpread(feature);
  const isGroup = countOf(feature) > 1;
  const mark = layer?.marks[String(feature.properties.mark)]?.label;
  const about = feature.properties.about === 1 ? ', à la commune près' : '';
  const label = isGroup ? `${layer?.inWords(countOf(feature)) ?? ''}${feature.properties.together ? ' à la même adresse' : ''}` : [feature.properties.name, mark].filter(Boolean).join(', ');
  return { key, x: isAside ? x + aside[0] : x, y: isAside ? y + aside[1] : y, label: label + about, isGroup };
}
