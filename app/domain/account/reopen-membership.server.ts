import type { Ctx } from '~/access/context';
import { conflict } from '~/domain/errors';
import { ownMembership } from './own-agency.server';

/** Gives back to a former colleague the access they had, with the same role. */
export async function reopenMembership(ctx: Ctx, { membershipId }: { membershipId: string }): Promise<void> {
  const membership = await ownMembership(ctx, membershipId);
  if (!membership.endedAt) throw conflict('L’accès de cette personne est déjà ouvert.');
  await ctx.beyondWalls('memberships are written by the system only', (db) => db.membership.updateMany({ where: { id: membershipId }, data: { endedAt: null } }));
}
