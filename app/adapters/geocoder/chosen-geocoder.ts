import { env } from '~/server/env.server';
import type { Geocoder } from './geocoder';
import { geoplateforme } from './geoplateforme';

let opened: Geocoder | undefined;

/** How addresses are found, as the environment chooses; null: places stay at the centre of their commune, which the application knows by itself. */
export function chosenGeocoder(): Geocoder | null {
  const { geocoder } = env();
  return geocoder.GEOCODER === 'geoplateforme' ? (opened ??= geoplateforme({ url: geocoder.GEOCODER_URL })) : null;
}
