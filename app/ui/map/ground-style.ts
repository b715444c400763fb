import type { LayerSpecification, SourceSpecification } from 'maplibre-gl';
import type { MapColours } from './map-colours';

export const mapFont = ['Atkinson Hyperlegible Next Variable', 'sans-serif'];
export const nothing = { type: 'FeatureCollection' as const, features: [] };

/** The ground of every map: sea, land, an area, names of towns. No network. */
export function groundSources(): Record<string, SourceSpecification> {
  return {
    ground: { type: 'geojson', data: '/map/france.json', attribution: 'Natural Earth' },
    circle: { type: 'geojson', data: nothing },
    places: { type: 'geojson', data: nothing },
  };
}

export function groundLayers(colours: MapColours): LayerSpecification[] {
  return [
    { id: 'sea', type: 'background', paint: { 'background-color': colours.sea } },
    { id: 'land', type: 'fill', source: 'ground', paint: { 'fill-color': colours.land, 'fill-opacity': ['match', ['get', 'kind'], 'france', 1, 0.55] } },
    { id: 'border', type: 'line', source: 'ground', paint: { 'line-color': colours.border, 'line-width': 1 } },
    { id: 'circle', type: 'fill', source: 'circle', paint: { 'fill-color': colours.accent, 'fill-opacity': 0.14 } },
    { id: 'circle-edge', type: 'line', source: 'circle', paint: { 'line-color': colours.accent, 'line-width': 1.5, 'line-dasharray': [3, 2.5] } },
  ];
}
