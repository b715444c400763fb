import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** A list of `@etalab/decoupage-administratif` (official codes, yearly), read from the installed package. */
export function readEtalab<T>(list: 'communes' | 'departements' | 'regions'): T[] {
  return JSON.parse(readFileSync(require.resolve(`@etalab/decoupage-administratif/data/${list}.json`), 'utf8')) as T[];
}
