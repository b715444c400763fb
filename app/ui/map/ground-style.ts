import type { FeatureCollection } from 'geojson';
import type { LayerSpecification, SourceSpecification, StyleSpecification } from 'maplibre-gl';
import type { MapColours } from './map-colours';

export const mapFont = ['Atkinson Hyperlegible Next Variable', 'sans-serif'];
export const nothing = { type: 'FeatureCollection' as const, features: [] };

/** What lies under the marks besides our own files: outlines of départements, and a whole style with its tiles (IGN) when one is configured. */
export type Ground = { departements: FeatureCollection; base: StyleSpecification | null };
/** The ground at once, and what comes in its place a moment later, or null: it never throws. */
export type LoadGround = () => Promise<{ ground: Ground; later: Promise<Ground | null> }>;

/** Tiles say whose they are; IGN's own style leaves it to whoever shows it. */
const ofIgn = (sources: StyleSpecification['sources']): StyleSpecification['sources'] => Object.fromEntries(Object.entries(sources).map(([name, source]) => [name, 'tiles' in source || 'url' in source ? { attribution: '© IGN', ...source } : source]));

/**
 * What a style begins with: a base has its own ground and names, so that of ours only the area stays; else sea, land, area and `names`.
 * The server of letters of a base is not asked: the browser draws them all, and the numbers of bubbles wait for nobody.
 */
export function underneath(colours: MapColours, base: StyleSpecification | null, names: LayerSpecification[]): { sprite?: StyleSpecification['sprite']; sources: Record<string, SourceSpecification>; layers: LayerSpecification[] } {
  const own = groundLayers(colours);
  if (!base) return { sources: groundSources(), layers: [...own, ...names] };
  return { sprite: base.sprite, sources: { ...ofIgn(base.sources), ...groundSources() }, layers: [...base.layers, ...own.filter(({ id }) => id.startsWith('circle'))] };
}

/** The ground of every map: sea, land, an area, names of towns. No network. */
function groundSources(): Record<string, SourceSpecification> {
  return {
    ground: { type: 'geojson', data: '/map/france.json', attribution: 'Natural Earth' },
    circle: { type: 'geojson', data: nothing },
    places: { type: 'geojson', data: nothing, attribution: 'GeoNames' },
  };
}

function groundLayers(colours: MapColours): LayerSpecification[] {
  return [
    { id: 'sea', type: 'background', paint: { 'background-color': colours.sea } },
    { id: 'land', type: 'fill', source: 'ground', paint: { 'fill-color': colours.land, 'fill-opacity': ['match', ['get', 'kind'], 'france', 1, 0.55] } },
    { id: 'border', type: 'line', source: 'ground', paint: { 'line-color': colours.border, 'line-width': 1 } },
    { id: 'circle', type: 'fill', source: 'circle', paint: { 'fill-color': colours.accent, 'fill-opacity': 0.14 } },
    { id: 'circle-edge', type: 'line', source: 'circle', paint: { 'line-color': colours.accent, 'line-width': 1.5, 'line-dasharray': [3, 2.5] } },
  ];
}
