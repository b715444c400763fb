import type { Ctx } from '~/access/context';
import { doubtOf, type DoubtRow, type PlacesToCheck } from '~/domain/place/place-doubt.server';
import { Prisma } from '#prisma';

/** Offers of the agency `f` that live on, and whose own address the service could not place surely. */
export const isOfferPlaceDoubtful = Prisma.sql`f.deleted_at IS NULL AND f.state IN ('draft', 'submitted', 'published', 'paused') AND EXISTS (SELECT FROM search.offer_place_doubt d WHERE d.mission_locale_id = f.mission_locale_id AND d.offer_id = f.id)`;

/** Is the position of this offer to be checked, and of how many others of the agency? One query. */
export async function offersToCheck(ctx: Ctx, { offerId }: { offerId: string }): Promise<PlacesToCheck> {
  const toCheck = Prisma.sql`FROM offer f WHERE f.mission_locale_id = ${ctx.actor.missionLocaleId}::uuid AND ${isOfferPlaceDoubtful} AND f.id <> ${offerId}::uuid`;
  const [{ doubt, others, nextId }] = await ctx.db.$queryRaw<[{ doubt: DoubtRow | null; others: number; nextId: string | null }]>`
    SELECT (SELECT to_jsonb(d) FROM search.offer_place_doubt d WHERE d.offer_id = ${offerId}::uuid) AS doubt,
      (SELECT count(*)::int ${toCheck}) AS others, (SELECT f.id::text ${toCheck} ORDER BY f.updated_at DESC, f.id DESC LIMIT 1) AS "nextId"`;
  return { doubt: doubt && doubtOf(doubt), others, nextId };
}
