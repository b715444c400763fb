import { type GeoJSONSource, LngLatBounds, type Map as MapLibre, type MapGeoJSONFeature } from 'maplibre-gl';
import { countOf, isSpread, layerOf, placeOf } from './drawn-spot';
import type { ExploreOptions } from './explore-options';

/** Things at one address are so near, in degrees. */
const small = 2e-6;

/** A bubble comes closer until its things part; what stands at one point is told in a card. */
export async function openSpot(map: MapLibre, feature: MapGeoJSONFeature, onOpen: ExploreOptions['onOpen']): Promise<void> {
  const layer = layerOf(feature);
  const [lon, lat] = placeOf(feature);
  const here = { west: lon - small, south: lat - small, east: lon + small, north: lat + small };
  if (isSpread(feature)) return onOpen('fan', here, String(feature.properties.id));
  if (!feature.properties.cluster) {
    if (countOf(feature) === 1 || feature.properties.together) return onOpen(layer, here);
    return void map.easeTo({ center: [lon, lat], zoom: Math.min(18, map.getZoom() + 2) });
  }
  const leaves = (await map.getSource<GeoJSONSource>(layer)?.getClusterLeaves(Number(feature.properties.cluster_id), 500, 0)) ?? [];
  const bounds = new LngLatBounds();
  for (const leaf of leaves) bounds.extend((leaf.geometry as GeoJSON.Point).coordinates as [number, number]);
  const wide = Math.max(bounds.getEast() - bounds.getWest(), bounds.getNorth() - bounds.getSouth());
  if (map.getZoom() >= 16.5 || wide < 1e-5) return onOpen(layer, { west: bounds.getWest() - small, south: bounds.getSouth() - small, east: bounds.getEast() + small, north: bounds.getNorth() + small });
  const before = map.getZoom();
  const camera = map.cameraForBounds(bounds, { padding: 90, maxZoom: 16.5 });
  map.easeTo({ center: camera?.center ?? [lon, lat], zoom: Math.max(before + 1, camera?.zoom ?? before + 2) });
}
