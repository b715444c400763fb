import type { Db } from '~/access/context';
import { asJson } from '~/domain/import/as-json';

/** Under this, an answer is too far from what was asked to be believed (0 to 1): the place stays at its commune. */
export const surelyFound = 0.5;

export type PlacedByCommune = { id: string; line: string; communeCode: string };
export type Answer = { latitude: number; longitude: number; type: string; score: number };

/** Organisations that have a street and stand at their commune's centre only: of one partnership, or of a whole agency. Those that a person or a file placed are not among them. */
export function organisationsToPlace(db: Db, { missionLocaleId, partnershipId, after, limit }: { missionLocaleId: string; partnershipId: string | null; after: string; limit: number }): Promise<PlacedByCommune[]> {
  return db.$queryRaw<PlacedByCommune[]>`SELECT o.id::text AS id, o.address_line AS line, o.commune_code AS "communeCode" FROM partnership p JOIN organisation o ON o.id = p.organisation_id
    WHERE p.mission_locale_id = ${missionLocaleId}::uuid AND (${partnershipId}::uuid IS NULL OR p.id = ${partnershipId}::uuid) AND o.id > ${after}::uuid
      AND o.address_line IS NOT NULL AND o.commune_code IS NOT NULL AND (o.place_precision IN ('commune', 'departement') OR o.latitude IS NULL) ORDER BY o.id LIMIT ${limit}`;
}

/**
 * Puts organisations where their address was found: at a number or in a street, when the answer is sure enough. A record whose address
 * changed since it was read, or that somebody placed meanwhile, is left alone. Answers how many moved.
 */
export async function placeByAddress(db: Db, asked: readonly PlacedByCommune[], found: ReadonlyMap<string, Answer>): Promise<number> {
  const rows = asked.flatMap((one) => {
    const answer = found.get(one.id);
    return answer && answer.score >= surelyFound && (answer.type === 'housenumber' || answer.type === 'street') ? [{ ...one, latitude: answer.latitude, longitude: answer.longitude }] : [];
  });
  if (rows.length === 0) return 0;
  return db.$executeRaw`UPDATE organisation o SET latitude = g.latitude, longitude = g.longitude, place_precision = 'street'
    FROM jsonb_to_recordset(${asJson(rows)}::jsonb) AS g(id uuid, line text, "communeCode" text, latitude float8, longitude float8)
    WHERE o.id = g.id AND o.address_line = g.line AND o.commune_code = g."communeCode" AND (o.place_precision IN ('commune', 'departement') OR o.latitude IS NULL)`;
}
