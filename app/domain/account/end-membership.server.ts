import type { Ctx } from '~/access/context';
import { conflict } from '~/domain/errors';
import { requireAnotherAdmin } from './last-admin.server';
import { ownAgency, ownMembership } from './own-agency.server';

/**
 * Closes somebody's access to this agency, at once: their sessions here end with it. What they hold is handed over by the
 * caller. Their account and their places elsewhere stay.
 */
export async function endMembership(ctx: Ctx, { membershipId }: { membershipId: string }): Promise<void> {
  const membership = await ownMembership(ctx, membershipId);
  if (membership.endedAt) throw conflict('L’accès de cette personne est déjà fermé.');
  await ctx.beyondWalls('memberships are written by the system only', async (db) => {
    if (membership.role === 'admin') await requireAnotherAdmin(db, ownAgency(ctx), membershipId);
    await db.membership.updateMany({ where: { id: membershipId, endedAt: null }, data: { endedAt: ctx.now } });
    await db.session.updateMany({ where: { membershipId, revokedAt: null }, data: { revokedAt: ctx.now } });
    const elsewhere = await db.membership.count({ where: { userId: membership.userId, endedAt: null } });
    if (elsewhere === 0) await db.oneTimeToken.deleteMany({ where: { userId: membership.userId, usedAt: null } });
  });
}
