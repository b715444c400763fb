import type { Ctx } from '~/access/context';

/** Ends one of one's own sessions, on the device that was lost or left open. Somebody else's is simply not found. */
export function revokeSession(ctx: Ctx, { sessionId }: { sessionId: string }) {
  return revoke(ctx, { id: sessionId });
}

/** Ends all of one's own sessions but this one. Answers how many. */
export function revokeOtherSessions(ctx: Ctx): Promise<number> {
  return revoke(ctx, { id: { not: ctx.actor.sessionId } });
}

async function revoke(ctx: Ctx, which: { id: string | { not: string } }): Promise<number> {
  const { count } = await ctx.beyondWalls('sessions are written by the system only', (db) =>
    db.session.updateMany({ where: { ...which, userId: ctx.actor.userId, revokedAt: null }, data: { revokedAt: ctx.now } }),
  );
  return count;
}
