import type { Ctx } from '~/access/context';
import type { PartnershipStage } from '#prisma';

export type Held = { total: number; stages: { stage: PartnershipStage; count: number }[] };

/** What somebody holds in the agency: the partnerships they are in charge of, by stage in the order of the lifecycle. */
export async function heldBy(ctx: Ctx, userId: string): Promise<Held> {
  const stages = await ctx.db.$queryRaw<Held['stages']>`SELECT stage::text AS stage, count(*)::int AS count FROM partnership
    WHERE mission_locale_id = ${ctx.actor.missionLocaleId}::uuid AND officer_id = ${userId}::uuid AND merged_into_id IS NULL GROUP BY partnership.stage ORDER BY partnership.stage`;
  return { total: stages.reduce((sum, { count }) => sum + count, 0), stages };
}

/** The colleagues to whom a portfolio may be given: those who can be in charge of partners today, without the one who leaves. */
export function possibleSuccessors(ctx: Ctx, leavingUserId: string) {
  return ctx.db.user.findMany({
    where: { id: { not: leavingUserId }, deactivatedAt: null, memberships: { some: { missionLocaleId: ctx.actor.missionLocaleId, endedAt: null } } },
    select: { id: true, firstName: true, lastName: true },
    orderBy: [{ lastName: 'asc' }, { firstName: 'asc' }],
  });
}
