import type { BoundingBox } from '~/domain/place/geo';

/**
 * The part of the map that is asked: whole tiles of a zoom (Web Mercator, as everywhere on the web), so that a small movement asks for
 * the same thing again. One rectangle, or two when it lies across the 180th meridian.
 */
export type MapView = { zoom: number; boxes: BoundingBox[] };

export type ReadMapView = { ok: true; view: MapView } | { ok: false; reason: string };

const deepest = 18;
/** Two large screens side by side. */
const mostTiles = 60;
const unreadable = 'Cette partie de la carte n’existe pas. Rechargez la page.';

/** Reads `zoom/x0/y0/x1/y1` of an address: the tiles of two opposite corners, both included. `x0` greater than `x1` goes across the 180th meridian. */
export function readMapView(text: string): ReadMapView {
  const parts = /^\d{1,7}(?:\/\d{1,7}){4}$/.test(text) ? text.split('/').map(Number) : [];
  const [zoom, x0, y0, x1, y1] = parts;
  if (zoom === undefined || x0 === undefined || y0 === undefined || x1 === undefined || y1 === undefined || zoom > deepest) return { ok: false, reason: unreadable };
  const size = 2 ** zoom;
  if (Math.max(x0, y0, x1, y1) >= size || y0 > y1) return { ok: false, reason: unreadable };
  const columns = x0 <= x1 ? [[x0, x1] as const] : [[x0, size - 1] as const, [0, x1] as const];
  const tiles = columns.reduce((sum, [from, to]) => sum + (to - from + 1) * (y1 - y0 + 1), 0);
  if (tiles > mostTiles) return { ok: false, reason: 'Cette partie de la carte est trop grande pour être lue d’un coup.' };
  return { ok: true, view: { zoom, boxes: columns.map(([from, to]) => ({ west: longitudeOf(from, size), east: longitudeOf(to + 1, size), north: latitudeOf(y0, size), south: latitudeOf(y1 + 1, size) })) } };
}

/** The address of the tiles that hold a rectangle at a zoom, for `readMapView`. Longitudes beyond ±180 come round. */
export function writeMapView(zoom: number, { west, south, east, north }: BoundingBox): string {
  const z = Math.max(0, Math.min(deepest, Math.floor(zoom)));
  const size = 2 ** z;
  const column = (longitude: number) => Math.floor(((longitude + 180) / 360) * size);
  const row = (latitude: number) => Math.max(0, Math.min(size - 1, Math.floor(((1 - mercator(latitude) / Math.PI) / 2) * size)));
  const [from, to] = [column(west), column(east)];
  const round = (x: number) => ((x % size) + size) % size;
  const [x0, x1] = to - from >= size - 1 ? [0, size - 1] : [round(from), round(to)];
  return [z, x0, row(north), x1, row(south)].join('/');
}

const mercator = (latitude: number) => Math.asinh(Math.tan((Math.max(-85, Math.min(85, latitude)) * Math.PI) / 180));
const longitudeOf = (x: number, size: number) => (x / size) * 360 - 180;
const latitudeOf = (y: number, size: number) => (Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / size))) * 180) / Math.PI;

/**
 * Reads `west,south,east,north` in degrees: a small rectangle, where something was clicked. Longitudes beyond ±180 come round, and a west
 * greater than its east goes across the 180th meridian when that is the short way: two rectangles then.
 */
export function readBox(text: string): { ok: true; boxes: BoundingBox[] } | { ok: false; reason: string } {
  const parts = text.split(',').map((part) => (/^-?\d{1,3}(?:\.\d{1,20})?$/.test(part) ? Number(part) : Number.NaN));
  const [west, south, east, north] = parts as [number, number, number, number];
  if (parts.length !== 4 || parts.some((part) => !Number.isFinite(part)) || Math.abs(west) > 540 || Math.abs(east) > 540 || Math.abs(south) > 90 || Math.abs(north) > 90 || east - west > 360) {
    return { ok: false, reason: 'Cet endroit de la carte n’a pas été compris.' };
  }
  const width = west <= east ? east - west : east - west + 360;
  if (south > north || (west > east && (width < 0 || width > 180))) return { ok: false, reason: 'Cet endroit de la carte est à l’envers.' };
  if (width === 360) return { ok: true, boxes: [{ west: -180, south, east: 180, north }] };
  const from = comeRound(west);
  const to = from + width;
  if (to <= 180) return { ok: true, boxes: [{ west: from, south, east: to, north }] };
  return { ok: true, boxes: [{ west: from, south, east: 180, north }, { west: -180, south, east: to - 360, north }] };
}

/** The same longitude, from -180 to 180. What is there already stays to the last digit. */
const comeRound = (longitude: number) => (Math.abs(longitude) <= 180 ? longitude : longitude - 360 * Math.round(longitude / 360));
