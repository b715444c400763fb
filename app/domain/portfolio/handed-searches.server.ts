import type { Ctx } from '~/access/context';
import { ownAgency } from '~/domain/account/own-agency.server';
import { mostSearches } from '~/domain/offer/alert/most-searches';

/**
 * Gives the searches of offers of who leaves to who takes over, with their alerts, which tell what comes from now on. Those that the
 * successor has already, and those beyond what one person keeps, stay: they tell nothing any more.
 */
export async function handSearches(ctx: Ctx, { fromId, toId }: { fromId: string; toId: string }): Promise<number> {
  const missionLocaleId = ownAgency(ctx);
  return ctx.beyondWalls('searches are seen by their owner only: those of who leaves change hands unread', async (db) => {
    const moved = await db.$queryRaw<{ id: string }[]>`
      UPDATE offer_search SET user_id = ${toId}::uuid, created_at = ${ctx.now} WHERE mission_locale_id = ${missionLocaleId}::uuid AND id IN (
        SELECT s.id FROM offer_search s WHERE s.mission_locale_id = ${missionLocaleId}::uuid AND s.user_id = ${fromId}::uuid AND s.deleted_at IS NULL
          AND NOT EXISTS (SELECT FROM offer_search o WHERE o.mission_locale_id = s.mission_locale_id AND o.user_id = ${toId}::uuid AND o.filters = s.filters AND o.deleted_at IS NULL)
        ORDER BY s.id LIMIT greatest(0, ${mostSearches}::int - (SELECT count(*) FROM offer_search o WHERE o.mission_locale_id = ${missionLocaleId}::uuid AND o.user_id = ${toId}::uuid AND o.deleted_at IS NULL)))
      RETURNING id::text`;
    // What was found for who left is no news for who takes over.
    await db.offerAlert.deleteMany({ where: { missionLocaleId, searchId: { in: moved.map(({ id }) => id) } } });
    return moved.length;
  });
}
