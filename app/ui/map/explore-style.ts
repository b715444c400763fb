import type { ExpressionSpecification, LayerSpecification, SourceSpecification, StyleSpecification } from 'maplibre-gl';
import { mapFont, nothing, underneath, type Ground } from './ground-style';
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

/** The map of a list: the ground, towns by size as one comes closer, then each layer's bubbles and marks. */
export function exploreStyle(colours: MapColours, layers: readonly { name: string; hue: MarkHue }[], { departements, base }: Ground): StyleSpecification {
  const under = underneath(colours, base, [outlines(colours), towns(colours)]);
  return {
    ...under,
    version: 8,
    sources: {
      ...under.sources,
      departements: { type: 'geojson', data: departements, ...(departements.features.length > 0 && { attribution: '© IGN' }) },
      fan: { type: 'geojson', data: nothing },
      lit: { type: 'geojson', data: nothing },
      ...Object.fromEntries(
        layers.map(({ name }): [string, SourceSpecification] => [
          name,
          { type: 'geojson', data: nothing, cluster: true, clusterRadius: 46, clusterMaxZoom: 16, clusterProperties: { sum: ['+', ['get', 'n']], about: ['min', ['get', 'about']] } },
        ]),
      ),
    },
    layers: [
      ...under.layers,
      // The second layer on top: its marks are the smaller ones, and stand aside.
      ...layers.flatMap(({ name, hue }, index) => marksOf(name, index, colours[hue], colours)),
      ...fan(colours),
      lit(colours, 0),
      lit(colours, 1),
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
    filter: ['>=', ['get', 'population'], ['step', ['zoom'], 180_000, 5.5, 80_000, 6.3, 25_000, 7.5, 12_000, 8.5, 3_500, 9.5, 0]],
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

/** The second layer stands a little aside and above: both often share the middle of a commune, and the numbers of both are read. In pixels. */
export const aside: [number, number] = [29, -23];

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

/** Things that share one place, spread around it. */
function fan(colours: MapColours): LayerSpecification[] {
  return [
    { id: 'fan-legs', type: 'line', source: 'fan', filter: ['==', ['geometry-type'], 'LineString'], paint: { 'line-color': colours.ink, 'line-width': 1.2 } },
    { id: 'fan', type: 'symbol', source: 'fan', filter: ['==', ['geometry-type'], 'Point'], layout: { 'icon-image': ['get', 'image'], 'icon-allow-overlap': true, 'icon-ignore-placement': true } },
  ];
}

/** A ring around what is pointed at or open; `index` is that of its layer, whose marks may stand aside. */
function lit(colours: MapColours, index: number): LayerSpecification {
  return { id: `lit-${index}`, type: 'circle', source: 'lit', filter: ['==', ['get', 'layer'], index], paint: { 'circle-radius': 21, 'circle-color': 'rgba(0,0,0,0)', 'circle-stroke-color': colours.focus, 'circle-stroke-width': 3.5, 'circle-translate': index === 0 ? [0, 0] : aside } };
}
