import type { Feature, FeatureCollection } from 'geojson';

export type PointTone = 'ok' | 'wait' | 'stop' | 'sleep' | 'theme' | 'neutral';
export type MapPoint = { id: string; lon: number; lat: number; label: string; tone?: PointTone };
export type MapPlace = { name: string; lon: number; lat: number; population: number };
export type Precision = 'exact' | 'street' | 'commune' | 'departement';

/** Radius in metres of the circle in which the place is to be found. */
export const precisionRadius: Record<Precision, number> = {
  exact: 0,
  street: 250,
  commune: 2_000,
  departement: 25_000,
};

export function pointFeatures(points: readonly MapPoint[]): FeatureCollection {
  return collection(points.map(({ id, lon, lat, label, tone = 'neutral' }) => point(lon, lat, { id, label, tone })));
}

export function placeFeatures(places: readonly MapPlace[]): FeatureCollection {
  return collection(places.map(({ name, lon, lat, population }) => point(lon, lat, { name, population })));
}

/** A rectangle of the map in degrees. */
export type Bounds = { west: number; south: number; east: number; north: number };
/** What is drawn around a place: a circle, or the outline of what is reached from it. */
export type Area = { center: readonly [lon: number, lat: number]; metres: number; outline?: readonly (readonly (readonly [lon: number, lat: number])[])[] };
/** One thing of the map of a list, or several that are near: how many, and which when it is one. */
export type Spot = { lon: number; lat: number; n: number; together?: true; about?: true; id?: string; name?: string; mark?: string };

export function spotFeatures(spots: readonly Spot[]): FeatureCollection {
  // The place is said twice: what the map gives back of a geometry is rounded to its pixels.
  return collection(spots.map(({ about, ...spot }) => point(spot.lon, spot.lat, { ...spot, about: about ? 1 : 0 })));
}

export function areaFeatures(area: Area | null): FeatureCollection {
  if (!area) return collection([]);
  if (!area.outline) return circleFeatures(area.center, area.metres);
  return collection([{ type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: area.outline.map((ring) => ring.map(([lon, lat]) => [lon, lat])) } }]);
}

/** What is pointed at or open. `layer` is the rank of its layer on the map. */
export type Lit = { place: readonly [lon: number, lat: number]; layer: number };

export function litFeatures(lit: Lit | null): FeatureCollection {
  return collection(lit ? [point(lit.place[0], lit.place[1], { layer: lit.layer })] : []);
}

/** The circle around a centre, as a polygon of 64 sides: a circle of a fixed size in metres has no other form on a map. */
export function circleFeatures([lon, lat]: readonly [number, number], metres: number): FeatureCollection {
  if (metres === 0) return collection([]);
  const degrees = metres / 111_320;
  const ring = Array.from({ length: 65 }, (_, step) => {
    const angle = (step / 64) * 2 * Math.PI;
    return [lon + (degrees * Math.cos(angle)) / Math.cos((lat * Math.PI) / 180), lat + degrees * Math.sin(angle)];
  });
  return collection([{ type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [ring] } }]);
}

export const collection = (features: Feature[]): FeatureCollection => ({ type: 'FeatureCollection', features });

export const point = (lon: number, lat: number, properties: Record<string, unknown>): Feature => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Point', coordinates: [lon, lat] },
});
