import type { Ctx } from '~/access/context';
import { roles } from '~/access/permissions';
import { shownProfile } from './edit-profile.server';
import { idleHours } from './start-session.server';

/** One's own profile, and the places one works from. */
export async function ownAccount(ctx: Ctx) {
  const { userId, membershipId } = ctx.actor;
  const user = await ctx.db.user.findUniqueOrThrow({ where: { id: userId }, select: { email: true, firstName: true, lastName: true, phone: true, version: true } });
  const places = await ctx.beyondWalls('the names of a person’s own places, which may be other agencies, regions or organisations', (db) =>
    db.$queryRaw<{ id: string; role: keyof typeof roles; place: string }[]>`
      SELECT m.id, m.role::text AS role, coalesce(ml.name, r.name, o.name, 'Plateforme') AS place
      FROM membership m
      LEFT JOIN mission_locale ml ON ml.id = m.mission_locale_id
      LEFT JOIN region r ON r.code = m.region_code
      LEFT JOIN organisation o ON o.id = m.organisation_id
      WHERE m.user_id = ${userId}::uuid AND m.ended_at IS NULL ORDER BY place, m.id`,
  );
  return { ...user, ...shownProfile(user), places: places.map(({ id, role, place }) => ({ id, place, role: roles[role], isCurrent: id === membershipId })) };
}

/** One's own sessions still open, this one first, then the latest used. */
export async function ownSessions(ctx: Ctx) {
  const { userId, sessionId } = ctx.actor;
  const idleSince = new Date(ctx.now.getTime() - idleHours * 3_600_000);
  const sessions = await ctx.beyondWalls('sessions are read by their owner only', (db) =>
    db.session.findMany({
      where: { userId, revokedAt: null, isComplete: true, expiresAt: { gt: ctx.now }, lastSeenAt: { gt: idleSince } },
      orderBy: { lastSeenAt: 'desc' },
      select: { id: true, device: true, createdAt: true, lastSeenAt: true },
    }),
  );
  const all = sessions.map((session) => ({ ...session, device: session.device ?? 'Appareil inconnu', isThisOne: session.id === sessionId }));
  return [...all.filter(({ isThisOne }) => isThisOne), ...all.filter(({ isThisOne }) => !isThisOne)];
}
