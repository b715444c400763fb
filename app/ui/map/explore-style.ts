import type { FeatureCollection } from 'geojson';
import type { ExpressionSpecification, LayerSpecification, SourceSpecification, StyleSpecification } from 'maplibre-gl';
import { groundLayers, groundSources, mapFont, nothing } from './ground-style';
import type { MapColours } from './map-colours';
import type { MarkHue } from './marks';

/** Radius of a bubble in pixels, by how many it holds. */
export const bubbles = [
  { name: 's', from: 2, radius: 14 },
  { name: 'm', from: 10, radius: 18 },
  { name: 'l', from: 100, radius: 23 },
  { name: 'xl', from: 1000, radius: 29 },
] as const;

const many: ExpressionSpecification = ['coalesce', ['get', 'sum'], ['get', 'n']];
const ifAbout: ExpressionSpecification = ['case', ['==', ['get', 'about'], 1], '-about', ''];

/** What lies under the marks besides our own files: outlines of départements, and a whole style with its tiles (IGN) when one is configured. */
export type Ground = { departements: FeatureCollection; base: StyleSpecification | null };

/** The map of a list: the ground, towns by size as one comes closer, then each layer's bubbles and marks. */
export function exploreStyle(colours: MapColours, layers: readonly { name: string; hue: MarkHue }[], { departements, base }: Ground): StyleSpecification {
  const own = groundLayers(colours);
  return {
    // Its server of letters is not asked: the browser draws them all, and the numbers of bubbles wait for nobody.
    ...(base && { sprite: base.sprite }),
    version: 8,
    sources: {
      ...base?.sources,
      ...groundSources(),
      departements: { type: 'geojson', data: departements },
      lit: { type: 'geojson', data: nothing },
      ...Object.fromEntries(
        layers.map(({ name }): [string, SourceSpecification] => [
          name,
          { type: 'geojson', data: nothing, cluster: true, clusterRadius: 46, clusterMaxZoom: 16, clusterProperties: { sum: ['+', ['get', 'n']], about: ['min', ['get', 'about']] } },
        ]),
      ),
    },
    layers: [
      // IGN's map has its own ground and names; of ours, only the area stays.
      ...(base ? [...base.layers, ...own.filter(({ id }) => id.startsWith('circle'))] : [...own, outlines(colours), towns(colours)]),
      ...layers.map(({ name, hue }, index) => marksOf(name, index, colours[hue], colours)).reverse().flat(),
      lit(colours),
    ],
  };
}

function outlines(colours: MapColours): LayerSpecification {
  return { id: 'departements', type: 'line', source: 'departements', paint: { 'line-color': colours.border, 'line-width': ['interpolate', ['linear'], ['zoom'], 5, 0.6, 9, 1.6], 'line-dasharray': [4, 2] } };
}

function towns(colours: MapColours): LayerSpecification {
  return {
    id: 'towns',
    type: 'symbol',
    source: 'places',
    filter: ['>=', ['get', 'population'], ['step', ['zoom'], 180_000, 5.5, 90_000, 6.5, 40_000, 7.5, 18_000, 8.5, 6_000, 9.5, 0]],
    layout: {
      'text-field': ['get', 'name'],
      'text-font': mapFont,
      'text-size': ['step', ['get', 'population'], 11, 20_000, 12, 100_000, 14, 500_000, 16],
      'text-padding': 4,
      // Beside the bubble that stands on the town.
      'text-variable-anchor': ['center', 'bottom', 'top', 'left', 'right'],
      'text-radial-offset': 2.3,
      'symbol-sort-key': ['-', ['get', 'population']],
    },
    paint: { 'text-color': colours.muted, 'text-halo-color': colours.land, 'text-halo-width': 1.6 },
  };
}

/** The second layer stands a little aside and below: both often share the middle of a commune. In pixels. */
export const aside: [number, number] = [25, -19];

function marksOf(name: string, index: number, hue: string, colours: MapColours): LayerSpecification[] {
  const translate = index === 0 ? [0, 0] as [number, number] : aside;
  const sizes = bubbles.flatMap(({ name: size, from }, i) => (i === 0 ? [size] : [from, size])) as [string, ...(number | string)[]];
  return [
    {
      id: `${name}-ones`,
      type: 'symbol',
      source: name,
      filter: ['==', many, 1],
      layout: {
        'icon-image': ['concat', `${name}-`, ['get', 'mark'], ifAbout],
        'icon-allow-overlap': true,
        'text-field': ['step', ['zoom'], '', 12.5, ['get', 'name']],
        'text-font': mapFont,
        'text-size': 12,
        'text-anchor': 'top',
        'text-offset': [0, 1.3],
        'text-max-width': 11,
        'text-optional': true,
      },
      paint: { 'icon-translate': translate, 'text-translate': translate, 'text-color': colours.ink, 'text-halo-color': colours.land, 'text-halo-width': 1.8 },
    },
    {
      id: `${name}-groups`,
      type: 'symbol',
      source: name,
      filter: ['>', many, 1],
      layout: {
        'icon-image': ['concat', `${name}-group-`, ['step', many, ...sizes] as unknown as ExpressionSpecification, ifAbout],
        'icon-allow-overlap': true,
        'text-field': ['number-format', many, { locale: 'fr-FR' }],
        'text-font': mapFont,
        'text-size': ['step', many, 13, 100, 14, 1000, 15],
        'text-allow-overlap': true,
        'symbol-sort-key': many,
      },
      paint: { 'icon-translate': translate, 'text-translate': translate, 'text-color': ['case', ['==', ['get', 'about'], 1], hue, colours.card] },
    },
  ];
}

function lit(colours: MapColours): LayerSpecification {
  return { id: 'lit', type: 'circle', source: 'lit', paint: { 'circle-radius': 21, 'circle-color': 'rgba(0,0,0,0)', 'circle-stroke-color': colours.focus, 'circle-stroke-width': 3.5 } };
}
