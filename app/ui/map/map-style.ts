import type { LayerSpecification, StyleSpecification } from 'maplibre-gl';
import { mapFont as font, nothing, underneath } from './ground-style';
import type { MapColours } from './map-colours';

/** The whole style: ground, circle of precision, names of towns, points gathered where they are many. No network without a `base`. */
export function mapStyle(colours: MapColours, base: StyleSpecification | null = null): StyleSpecification {
  const isGathered = ['has', 'point_count'] as ['has', string];
  const under = underneath(colours, base, [names(colours)]);
  return {
    ...under,
    version: 8,
    sources: {
      ...under.sources,
      points: { type: 'geojson', data: nothing, cluster: true, clusterRadius: 44, clusterMaxZoom: 14 },
    },
    layers: [
      ...under.layers,
      {
        id: 'gathered',
        type: 'circle',
        source: 'points',
        filter: isGathered,
        paint: {
          'circle-color': colours.accent,
          'circle-radius': ['step', ['get', 'point_count'], 14, 10, 18, 100, 23, 1000, 28],
          'circle-stroke-color': colours.card,
          'circle-stroke-width': 2.5,
        },
      },
      {
        id: 'gathered-count',
        type: 'symbol',
        source: 'points',
        filter: isGathered,
        layout: {
          'text-field': ['get', 'point_count_abbreviated'],
          'text-font': font,
          'text-size': 14,
          'text-allow-overlap': true,
        },
        paint: { 'text-color': colours.onAccent },
      },
      {
        id: 'points',
        type: 'symbol',
        source: 'points',
        filter: ['!', isGathered],
        layout: { 'icon-image': ['concat', 'tone-', ['get', 'tone']], 'icon-allow-overlap': true, 'icon-size': 0.5 },
      },
    ],
  };
}

const names = (colours: MapColours): LayerSpecification => ({
  id: 'places',
  type: 'symbol',
  source: 'places',
  layout: {
    'text-field': ['get', 'name'],
    'text-font': font,
    'text-size': ['step', ['get', 'population'], 12, 5_000, 13, 20_000, 15, 100_000, 17],
    'text-padding': 6,
    'text-variable-anchor': ['bottom', 'top', 'left', 'right'],
    'text-radial-offset': 0.9,
    'symbol-sort-key': ['-', ['get', 'population']],
  },
  paint: { 'text-color': colours.ink, 'text-halo-color': colours.land, 'text-halo-width': 1.6 },
});
