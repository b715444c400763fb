import type { Ctx } from '~/access/context';
import { invalid } from '~/domain/errors';

/** The person in charge works in this agency today. Throws `invalid('officerId')`. */
export async function checkOfficer(ctx: Ctx, officerId: string | null | undefined): Promise<void> {
  if (!officerId) return;
  const member = await ctx.db.membership.findFirst({ where: { userId: officerId, missionLocaleId: ctx.actor.missionLocaleId, endedAt: null, user: { deactivatedAt: null } }, select: { id: true } });
  if (!member) throw invalid('officerId', 'Cette personne ne travaille pas ou plus dans votre Mission Locale.');
}
