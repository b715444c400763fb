import type { Ctx } from '~/access/context';
import { isPlaceDoubtful, partnersOf } from '~/domain/partner/list/conditions.server';
import { Prisma } from '#prisma';

export type FoundType = 'housenumber' | 'street' | 'locality' | 'municipality' | 'other';
/** What the address service answered, unsure: a point with its score (0 to 1), or null when it found nothing. */
export type PlaceDoubt = { point: { latitude: number; longitude: number; type: FoundType; score: number } | null };
export type PlacesToCheck = { /** Of this partner or offer; null when there is none. */ doubt: PlaceDoubt | null; /** Others whose position is to be checked, and the first of them in the order of their list. */ others: number; nextId: string | null };

/** Is the position of this partner to be checked, and of how many others? One query. */
export async function placesToCheck(ctx: Ctx, { organisationId }: { organisationId: string }): Promise<PlacesToCheck> {
  const { from, scope } = partnersOf(ctx.actor);
  const toCheck = Prisma.sql`FROM ${from} WHERE ${scope} AND NOT s.is_archived AND ${isPlaceDoubtful} AND s.organisation_id <> ${organisationId}::uuid`;
  const [{ doubt, others, nextId }] = await ctx.db.$queryRaw<[{ doubt: DoubtRow | null; others: number; nextId: string | null }]>`
    SELECT (SELECT to_jsonb(d) FROM search.place_doubt d WHERE d.organisation_id = ${organisationId}::uuid) AS doubt,
      (SELECT count(*)::int ${toCheck}) AS others, (SELECT s.partnership_id::text ${toCheck} ORDER BY s.sort_name, s.partnership_id LIMIT 1) AS "nextId"`;
  return { doubt: doubt && doubtOf(doubt), others, nextId };
}

export type DoubtRow = { latitude: number | null; longitude: number | null; type: FoundType | null; score: number | null };

/** What a row of doubts says. */
export const doubtOf = ({ latitude, longitude, type, score }: DoubtRow): PlaceDoubt => ({ point: latitude === null || longitude === null ? null : { latitude, longitude, type: type ?? 'other', score: score ?? 0 } });
