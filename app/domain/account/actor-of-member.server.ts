import type { Actor } from '~/access/actor';
import type { Db } from '~/access/context';

/** Somebody as they act in an agency without having signed in: for a job, or a link of a mail. Null when they work there no more. As the system. */
export async function actorOfMember(db: Db, { userId, missionLocaleId }: { userId: string; missionLocaleId: string }): Promise<Actor | null> {
  const membership = await db.membership.findFirst({ where: { userId, missionLocaleId, endedAt: null }, include: { user: true, missionLocale: true } });
  if (!membership || membership.user.deactivatedAt) return null;
  const { user } = membership;
  return {
    userId: user.id, sessionId: '', membershipId: membership.id, role: membership.role, firstName: user.firstName, lastName: user.lastName, email: user.email,
    missionLocaleId: membership.missionLocaleId, regionCode: null, organisationId: null, placeName: membership.missionLocale?.name ?? '',
  };
}
