import type { MapCells, MapExtent } from '~/domain/map/map-cells';
import type { MapLayerName } from '~/domain/map/map-layers';
import { writeMapView } from '~/domain/map/map-view';
import { boundingBox, boxAround } from '~/domain/place/geo';
import { paths } from '~/paths';
import type { Ground, LoadGround } from '~/ui/map/ground-style';
import type { Area, Bounds, Spot } from '~/ui/map/map-data';

/** How far the list extends, and how many of it have a place; null when it cannot be read. */
export const extentOf = (layer: MapLayerName, query: string) => read<MapExtent>(`${paths.mapPoints(layer)}?${query}`);

/** What is drawn in this part of the map; null when it cannot be read: what was there stays. */
export async function loadSpots(layer: MapLayerName, query: string, zoom: number, bounds: Bounds): Promise<Spot[] | null> {
  const params = new URLSearchParams(query);
  params.set('tuiles', writeMapView(zoom, bounds));
  return (await read<MapCells>(`${paths.mapPoints(layer)}?${params}`))?.cells ?? null;
}

/** As long as nobody sees the map being drawn twice. In ms, as those below. */
const grace = 250;
/** A style that takes longer is done without. */
const patience = 10_000;
/** How long one that stayed silent is not asked for again. */
const leftAlone = 5 * 60_000;
let askAgainAt = 0;

/** The map's own ground at once, and IGN's tiles in its place when they are configured and answer: nobody waits for another's server. */
export const loadGround: LoadGround = () => groundFrom(paths.mapGround());

/** The same for a map of one place: without the outlines, which weigh. */
export const loadTiles: LoadGround = () => groundFrom(`${paths.mapGround()}?contours=non`);

async function groundFrom(address: string): ReturnType<LoadGround> {
  const found = await read<{ style: string | null; departements: Ground['departements'] }>(address);
  const departements = found?.departements ?? { type: 'FeatureCollection', features: [] };
  const own: Ground = { departements, base: null };
  if (!found?.style || Date.now() < askAgainAt) return { ground: own, later: Promise.resolve(null) };
  const asked = styleOf(found.style).then((base): Ground | null => base && { departements, base });
  const atOnce = await Promise.race([asked, new Promise<null>((resolve) => setTimeout(() => resolve(null), grace))]);
  return atOnce ? { ground: atOnce, later: Promise.resolve(null) } : { ground: own, later: asked };
}

async function styleOf(address: string): Promise<Ground['base']> {
  const style = await fetch(address, { signal: AbortSignal.timeout(patience) }).then((answer) => (answer.ok ? (answer.json() as Promise<NonNullable<Ground['base']>>) : null)).catch(() => null);
  if (style && Array.isArray(style.layers) && typeof style.sources === 'object') return style;
  askAgainAt = Date.now() + leftAlone;
  return null;
}

async function read<T>(address: string): Promise<T | null> {
  const answer = await fetch(address).catch(() => null);
  return answer?.ok && answer.headers.get('Content-Type')?.startsWith('application/json') ? ((await answer.json()) as T) : null;
}

/** The rectangle that holds an area. */
export function boundsOfArea({ center: [longitude, latitude], metres, outline }: Area): Bounds {
  const ring = outline?.[0];
  return ring?.length ? boxAround(ring) : boundingBox({ latitude, longitude }, metres / 1000);
}
