import { notFound } from '~/domain/errors';
import { deadInvitation } from './accept-invitation.server';
import type { InSystem } from './in-system';
import { holderOfToken } from './one-time-token.server';

/** What an invitation says to the person who opens it, without using it. */
export function readInvitation(inSystem: InSystem, token: string) {
  return inSystem('invitation: shown to its holder', async (db) => {
    const owner = await holderOfToken(db, 'invitation', token);
    if (!owner) throw notFound(deadInvitation);
    const places = await db.membership.findMany({ where: { userId: owner.id, endedAt: null }, orderBy: { createdAt: 'desc' }, include: { missionLocale: { select: { name: true } } } });
    const { email, firstName, lastName } = owner;
    return { email, firstName, lastName, place: places[0]?.missionLocale?.name ?? 'Maillage' };
  });
}
