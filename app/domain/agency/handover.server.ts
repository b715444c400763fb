import type { Ctx } from '~/access/context';
import type { PartnershipStage } from '#prisma';
import type { Held } from './held';

/**
 * What somebody holds in the agency: the partnerships they are in charge of, by stage in the order of the lifecycle, and what would be
 * orphaned without them. What only they see is counted, never read. Two queries.
 */
export async function heldBy(ctx: Ctx, userId: string): Promise<Held> {
  const { missionLocaleId } = ctx.actor;
  const stages = await ctx.db.$queryRaw<{ stage: PartnershipStage; count: number }[]>`SELECT stage::text AS stage, count(*)::int AS count FROM partnership
    WHERE mission_locale_id = ${missionLocaleId}::uuid AND officer_id = ${userId}::uuid AND merged_into_id IS NULL GROUP BY partnership.stage ORDER BY partnership.stage`;
  const [others] = await ctx.beyondWalls('the lists and searches of who leaves are counted, never read', (db) => db.$queryRaw<[Omit<Held, 'total' | 'stages'>]>`SELECT
    (SELECT count(*)::int FROM task WHERE mission_locale_id = ${missionLocaleId}::uuid AND assignee_id = ${userId}::uuid AND done_at IS NULL AND deleted_at IS NULL) AS tasks,
    (SELECT count(*)::int FROM saved_list WHERE mission_locale_id = ${missionLocaleId}::uuid AND created_by_id = ${userId}::uuid AND deleted_at IS NULL) AS lists,
    (SELECT count(*)::int FROM saved_list WHERE mission_locale_id = ${missionLocaleId}::uuid AND created_by_id = ${userId}::uuid AND deleted_at IS NULL AND NOT is_shared) AS "personalLists",
    (SELECT count(*)::int FROM offer_search WHERE mission_locale_id = ${missionLocaleId}::uuid AND user_id = ${userId}::uuid AND deleted_at IS NULL) AS searches,
    (SELECT count(*)::int FROM offer WHERE mission_locale_id = ${missionLocaleId}::uuid AND created_by_id = ${userId}::uuid AND state IN ('draft', 'submitted') AND deleted_at IS NULL) AS drafts`);
  return { total: stages.reduce((sum, { count }) => sum + count, 0), stages, ...others };
}

/** The colleagues to whom a portfolio may be given: those who can be in charge of partners today, without the one who leaves. */
export function possibleSuccessors(ctx: Ctx, leavingUserId: string) {
  return ctx.db.user.findMany({
    where: { id: { not: leavingUserId }, deactivatedAt: null, memberships: { some: { missionLocaleId: ctx.actor.missionLocaleId, endedAt: null } } },
    select: { id: true, firstName: true, lastName: true },
    orderBy: [{ lastName: 'asc' }, { firstName: 'asc' }],
  });
}
