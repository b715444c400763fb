import type { Ctx } from '~/access/context';
import { conflict } from '~/domain/errors';
import { ownMembership } from './own-agency.server';

/** Between two invitations of the same person, in minutes: a mailbox is not to be flooded. */
const pause = 5;

/** Sends the invitation again, with a new link: the earlier one no longer serves. */
export async function resendInvitation(ctx: Ctx, { membershipId }: { membershipId: string }): Promise<void> {
  const { userId, endedAt } = await ownMembership(ctx, membershipId);
  if (endedAt) throw conflict('L’accès de cette personne est fermé. Invitez-la de nouveau.');
  await ctx.beyondWalls('secrets and links are read by the system only', async (db) => {
    const credential = await db.credential.findUnique({ where: { userId }, select: { passwordHash: true } });
    if (credential?.passwordHash) throw conflict('Cette personne a déjà choisi son mot de passe : elle peut se connecter.');
    const lately = await db.oneTimeToken.count({ where: { userId, purpose: 'invitation', createdAt: { gt: new Date(ctx.now.getTime() - pause * 60_000) } } });
    if (lately > 0) throw conflict(`Une invitation vient de partir. Attendez ${pause} minutes avant d’en envoyer une autre.`);
  });
  await ctx.emit('user.invited', { userId, membershipId });
}
