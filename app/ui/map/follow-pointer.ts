import { type Map as MapLibre, type MapGeoJSONFeature, Popup } from 'maplibre-gl';
import { isSpread, layerOf, placeOf, shownSpot } from './drawn-spot';
import type { ExploreOptions } from './explore-options';
import { aside } from './explore-style';

/** The name of what is under the pointer; a click opens it. */
export function followPointer(map: MapLibre, { layers, onPoint }: ExploreOptions, open: (feature: MapGeoJSONFeature) => void): void {
  const name = new Popup({ closeButton: false, closeOnClick: false, offset: 18, className: 'map-name' });
  const pointed = [...layers.flatMap((layer) => [`${layer.name}-ones`, `${layer.name}-groups`]), 'fan'];
  for (const id of pointed) {
    map.on('mousemove', id, ({ features }) => {
      const feature = features?.[0];
      if (!feature) return;
      map.getCanvas().style.cursor = 'pointer';
      const isAside = layerOf(feature) !== layers[0]?.name && !isSpread(feature);
      name.setOffset(isAside ? [aside[0], aside[1] - 18] : 18).setLngLat(placeOf(feature)).setText(shownSpot('', feature, map, layers).label).addTo(map);
      onPoint(layerOf(feature), feature.properties.id === undefined ? null : String(feature.properties.id));
    });
    map.on('mouseleave', id, () => {
      map.getCanvas().style.cursor = '';
      name.remove();
      for (const layer of layers) onPoint(layer.name, null);
    });
  }
  // A finger leaves no mark: the name of what it pressed goes as the map moves.
  map.on('movestart', () => void name.remove());
  const clickable = ['fan', ...layers.flatMap(({ name: layer }) => [`${layer}-groups`, `${layer}-ones`])];
  // Asked once for all layers: what lies on top is what was meant.
  map.on('click', ({ point }) => {
    const [feature] = map.queryRenderedFeatures(point, { layers: clickable });
    if (feature) open(feature);
  });
}
