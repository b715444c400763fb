import type { Ctx } from '~/access/context';
import { fold } from '~/domain/text/fold';

export type FoundCommune = { code: string; name: string; postcodes: string[]; departementCode: string; latitude: number | null; longitude: number | null; partOfCode: string | null };

/**
 * Communes whose name or postcode begins as typed, the name itself first, then the most populated; ten at most. Accents, hyphens and
 * `st` for `saint` do not count.
 */
export async function findCommunes({ db }: Ctx, typed: string): Promise<FoundCommune[]> {
  const words = fold(typed.slice(0, 80)).replace(/[^a-z0-9]+/g, ' ').replace(/\bst\b/g, 'saint').replace(/\bste\b/g, 'sainte').trim();
  const [, postcode, name] = /^(\d{2,5})?\s*(.*)$/.exec(words) ?? [];
  if (!postcode && !name) return [];
  return db.$queryRaw<FoundCommune[]>`
    SELECT code, name, postcodes, departement_code AS "departementCode", latitude, longitude, part_of_code AS "partOfCode" FROM commune
    WHERE (${name ?? ''} = '' OR app.norm(name) LIKE ${`${name}%`})
      AND (${postcode ?? ''} = '' OR EXISTS (SELECT FROM unnest(postcodes) AS p WHERE p LIKE ${`${postcode ?? ''}%`}))
    ORDER BY app.norm(name) = ${name ?? ''} DESC, part_of_code IS NOT NULL, population DESC, code LIMIT 10`;
}
