import type { FeatureCollection } from 'geojson';
import { placeFeatures } from './map-data';

let towns: Promise<FeatureCollection> | undefined;

/** The main towns, from a file of ours (scripts/make-town-names.ts), fetched once. */
export function townFeatures(): Promise<FeatureCollection> {
  towns ??= fetch('/map/towns.json')
    .then((answer) => answer.json() as Promise<[name: string, lon: number, lat: number, population: number][]>)
    .then((rows) => placeFeatures(rows.map(([name, lon, lat, population]) => ({ name, lon, lat, population }))));
  return towns;
}
