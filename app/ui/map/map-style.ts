import type { StyleSpecification } from 'maplibre-gl';
import type { MapColours } from './map-colours';

const font = ['Atkinson Hyperlegible Next Variable', 'sans-serif'];
const nothing = { type: 'FeatureCollection' as const, features: [] };

/** The whole style: ground, circle of precision, names of towns, points gathered where they are many. No network. */
export function mapStyle(colours: MapColours): StyleSpecification {
  const isGathered = ['has', 'point_count'] as ['has', string];
  return {
    version: 8,
    sources: {
      ground: { type: 'geojson', data: '/map/france.json', attribution: 'Natural Earth' },
      circle: { type: 'geojson', data: nothing },
      places: { type: 'geojson', data: nothing },
      points: { type: 'geojson', data: nothing, cluster: true, clusterRadius: 44, clusterMaxZoom: 14 },
    },
    layers: [
      { id: 'sea', type: 'background', paint: { 'background-color': colours.sea } },
      {
        id: 'land',
        type: 'fill',
        source: 'ground',
        paint: {
          'fill-color': colours.land,
          'fill-opacity': ['match', ['get', 'kind'], 'france', 1, 0.55],
        },
      },
      { id: 'border', type: 'line', source: 'ground', paint: { 'line-color': colours.border, 'line-width': 1 } },
      { id: 'circle', type: 'fill', source: 'circle', paint: { 'fill-color': colours.accent, 'fill-opacity': 0.14 } },
      {
        id: 'circle-edge',
        type: 'line',
        source: 'circle',
        paint: { 'line-color': colours.accent, 'line-width': 1.5, 'line-dasharray': [3, 2.5] },
      },
      {
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
      },
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
