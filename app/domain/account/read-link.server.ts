import type { InSystem } from './in-system';
import { holderOfToken } from './one-time-token.server';

/** What an invitation says to the person who opens it, without using it; null when it serves no more. */
export function readInvitation(inSystem: InSystem, token: string) {
  return inSystem('invitation: shown to its holder', async (db) => {
    const owner = await holderOfToken(db, 'invitation', token);
    if (!owner) return null;
    const { email, firstName, lastName } = owner;
    const latest = await db.membership.findFirst({ where: { userId: owner.id, endedAt: null }, orderBy: { createdAt: 'desc' }, include: { missionLocale: { select: { name: true } } } });
    return { email, firstName, lastName, place: latest?.missionLocale?.name ?? 'Maillage' };
  });
}

/** Whose password a link lets choose, without using it; null when it serves no more. */
export async function readResetLink(inSystem: InSystem, token: string) {
  const owner = await inSystem('password reset: shown to its holder', (db) => holderOfToken(db, 'passwordReset', token));
  return owner && { email: owner.email };
}
