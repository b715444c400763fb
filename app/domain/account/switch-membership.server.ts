import type { Ctx } from '~/access/context';
import { notFound } from '~/domain/errors';

/** Goes on working, in the same session, from another of one's places. */
export async function switchMembership(ctx: Ctx, { membershipId }: { membershipId: string }): Promise<void> {
  const { userId, sessionId } = ctx.actor;
  const own = await ctx.db.membership.findFirst({ where: { id: membershipId, userId, endedAt: null } });
  if (!own) throw notFound('Vous n’avez plus accès à cet endroit.');
  await ctx.beyondWalls('sessions are written by the system only', (db) => db.session.updateMany({ where: { id: sessionId, userId }, data: { membershipId } }));
}
