import type { MapCells, MapExtent } from '~/domain/map/map-cells';
import type { MapLayerName } from '~/domain/map/map-layers';
import { writeMapView } from '~/domain/map/map-view';
import { boundingBox, boxAround } from '~/domain/place/geo';
import { paths } from '~/paths';
import type { Ground } from '~/ui/map/explore-style';
import type { Area, Bounds, Spot } from '~/ui/map/map-data';

/** How far the list extends, and how many of it have a place; null when it cannot be read. */
export const extentOf = (layer: MapLayerName, query: string) => read<MapExtent>(`${paths.mapPoints(layer)}?${query}`);

/** What is drawn in this part of the map; null when it cannot be read: what was there stays. */
export async function loadSpots(layer: MapLayerName, query: string, zoom: number, bounds: Bounds): Promise<Spot[] | null> {
  const params = new URLSearchParams(query);
  params.set('tuiles', writeMapView(zoom, bounds));
  return (await read<MapCells>(`${paths.mapPoints(layer)}?${params}`))?.cells ?? null;
}

/** What lies under the marks. Tiles that do not answer within some seconds are done without: the map has a ground of its own. */
export async function loadGround(): Promise<Ground> {
  const found = await read<{ style: string | null; departements: Ground['departements'] }>(paths.mapGround());
  const base = found?.style ? await fetch(found.style, { signal: AbortSignal.timeout(4_000) }).then((answer) => (answer.ok ? (answer.json() as Promise<Ground['base']>) : null), () => null) : null;
  return { departements: found?.departements ?? { type: 'FeatureCollection', features: [] }, base };
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
