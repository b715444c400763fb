import type { Ctx, Db } from '~/access/context';
import { conflict, invalid } from '~/domain/errors';
import type { InviteMember } from './account.schema';
import { ownAgency } from './own-agency.server';
import { requireOwnSite } from './own-site.server';

/**
 * Opens an access to this agency for an e-mail address: a new account, or one more place for somebody who works elsewhere, or
 * the return of a former colleague. A mail follows. The names given are kept only for a new account: others are their owner's.
 */
export async function inviteMember(ctx: Ctx, { email, firstName, lastName, role, siteId }: InviteMember): Promise<{ membershipId: string }> {
  const missionLocaleId = ownAgency(ctx);
  await requireOwnSite(ctx, siteId);
  const { userId, membershipId } = await ctx.beyondWalls('an invited person may have an account in another agency', async (db) => {
    await db.user.createMany({ data: [{ email, firstName, lastName }], skipDuplicates: true });
    const user = await lockedUser(db, email);
    if (user.deactivatedAt) throw invalid('email', 'Ce compte a été fermé par la plateforme : demandez-lui de le rouvrir.');
    const before = await db.membership.findFirst({ where: { userId: user.id, missionLocaleId }, orderBy: { createdAt: 'desc' } });
    if (before && !before.endedAt) throw invalid('email', 'Cette personne a déjà un accès à votre agence.');
    const place = { role, siteId: siteId ?? null };
    const membership = before
      ? await db.membership.update({ where: { id: before.id }, data: { ...place, endedAt: null } })
      : await db.membership.create({ data: { userId: user.id, missionLocaleId, ...place } });
    return { userId: user.id, membershipId: membership.id };
  });
  await ctx.emit('user.invited', { userId, membershipId });
  return { membershipId };
}

/** Two invitations of one address at the same moment come one after the other. */
async function lockedUser(db: Db, email: string) {
  const [user] = await db.$queryRaw<{ id: string; deactivatedAt: Date | null }[]>`SELECT id, deactivated_at AS "deactivatedAt" FROM user_account WHERE email = ${email} FOR UPDATE`;
  if (!user) throw conflict('L’invitation n’a pas pu être enregistrée. Réessayez.');
  return user;
}
