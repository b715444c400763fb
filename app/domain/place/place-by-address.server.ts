import type { Db } from '~/access/context';
import { asJson } from '~/domain/import/as-json';
import { Prisma } from '#prisma';

/** Under this, an answer is too far from what was asked to be believed (0 to 1): the place stays at its commune. */
export const surelyFound = 0.5;

/** What has an address of its own: an organisation, or an offer that is somewhere else than who holds it. */
export type Addressed = 'organisation' | 'offer';
export type PlacedByCommune = { id: string; line: string; communeCode: string };
export type Answer = { latitude: number; longitude: number; type: string; score: number };
type Asked = { missionLocaleId: string; /** The partnership or the offer; null for the whole agency. */ onlyId: string | null; after: string; limit: number };

/** Nobody but the commune says where it is: a person, a file or the service did not yet. */
const byCommuneOnly = Prisma.sql`t.address_line IS NOT NULL AND t.commune_code IS NOT NULL AND (t.place_precision IN ('commune', 'departement') OR t.latitude IS NULL)`;

/** What has a street and stands at its commune's centre only, of one thing or of a whole agency, in the order of ids from `after`. */
export function addressesToPlace(db: Db, what: Addressed, { missionLocaleId, onlyId, after, limit }: Asked): Promise<PlacedByCommune[]> {
  const from =
    what === 'organisation'
      ? Prisma.sql`partnership p JOIN organisation t ON t.id = p.organisation_id WHERE p.mission_locale_id = ${missionLocaleId}::uuid AND (${onlyId}::uuid IS NULL OR p.id = ${onlyId}::uuid)`
      : Prisma.sql`offer t WHERE t.mission_locale_id = ${missionLocaleId}::uuid AND (${onlyId}::uuid IS NULL OR t.id = ${onlyId}::uuid) AND t.has_own_place AND t.deleted_at IS NULL`;
  return db.$queryRaw<PlacedByCommune[]>`SELECT t.id::text AS id, t.address_line AS line, t.commune_code AS "communeCode" FROM ${from} AND t.id > ${after}::uuid AND ${byCommuneOnly} ORDER BY t.id LIMIT ${limit}`;
}

const isSure = ({ type, score }: Answer) => score >= surelyFound && (type === 'housenumber' || type === 'street');

/**
 * Puts things where their address was found: at a number or in a street, when the answer is sure enough. What changed its address since
 * it was read, or that somebody placed meanwhile, is left alone. Answers how many moved.
 */
export async function placeByAddress(db: Db, what: Addressed, asked: readonly PlacedByCommune[], found: ReadonlyMap<string, Answer>): Promise<number> {
  const rows = asked.flatMap((one) => {
    const answer = found.get(one.id);
    return answer && isSure(answer) ? [{ ...one, latitude: answer.latitude, longitude: answer.longitude }] : [];
  });
  if (rows.length === 0) return 0;
  return db.$executeRaw`UPDATE ${Prisma.raw(what)} t SET latitude = g.latitude, longitude = g.longitude, place_precision = 'street'
    FROM jsonb_to_recordset(${asJson(rows)}::jsonb) AS g(id uuid, line text, "communeCode" text, latitude float8, longitude float8)
    WHERE t.id = g.id AND t.address_line = g.line AND t.commune_code = g."communeCode" AND ${byCommuneOnly}`;
}

/** Where doubts are kept. Nobody here puts right what a source keeps up: its offers have none. */
const doubts = {
  organisation: { into: Prisma.sql`search.place_doubt AS d (organisation_id`, key: Prisma.sql`t.id`, on: Prisma.sql`organisation_id`, isOurs: Prisma.sql`true` },
  offer: { into: Prisma.sql`search.offer_place_doubt AS d (mission_locale_id, offer_id`, key: Prisma.sql`t.mission_locale_id, t.id`, on: Prisma.sql`mission_locale_id, offer_id`, isOurs: Prisma.sql`t.has_own_place AND t.deleted_at IS NULL AND t.origin IN ('agency', 'partner')` },
};

/**
 * Keeps what was answered of what stays at its commune's centre: a point too unsure, or nothing found. Somebody looks at it; nothing
 * moves. What changed its address since, or was placed meanwhile, has no doubt any more. Answers how many are in doubt.
 */
export async function keepDoubts(db: Db, what: Addressed, asked: readonly PlacedByCommune[], found: ReadonlyMap<string, Answer>): Promise<number> {
  const rows = asked.flatMap((one) => {
    const answer = found.get(one.id);
    return answer && isSure(answer) ? [] : [{ ...one, latitude: null, longitude: null, type: null, score: null, ...answer }];
  });
  if (rows.length === 0) return 0;
  const { into, key, on, isOurs } = doubts[what];
  return db.$executeRaw`INSERT INTO ${into}, line, commune_code, latitude, longitude, type, score)
    SELECT ${key}, g.line, g."communeCode", g.latitude, g.longitude, g.type, g.score
    FROM jsonb_to_recordset(${asJson(rows)}::jsonb) AS g(id uuid, line text, "communeCode" text, latitude float8, longitude float8, type text, score float8)
    JOIN ${Prisma.raw(what)} t ON t.id = g.id AND t.address_line = g.line AND t.commune_code = g."communeCode" AND ${byCommuneOnly} AND ${isOurs}
    ON CONFLICT (${on}) DO UPDATE SET line = excluded.line, commune_code = excluded.commune_code, latitude = excluded.latitude, longitude = excluded.longitude, type = excluded.type, score = excluded.score, asked_at = now()`;
}
