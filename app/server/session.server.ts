import { createHash, randomBytes } from 'node:crypto';
import { createCookie } from '@remix-run/node';
import type { Actor } from '~/access/actor';
import { env } from './env.server';
import { asSystem } from './db.server';
import type { AppLoadContext } from './context.server';

/** The session cookie holds a random token; the database holds its sha256 (256 bits of chance need no slow hash). */
export const hashToken = (token: string) => createHash('sha256').update(token).digest('hex');
export const newToken = () => randomBytes(32).toString('base64url');

/** Signed out after this long without a request, and in any case after that long. */
export const idleHours = 12;
export const absoluteHours = 24 * 7;

const cookie = () =>
  createCookie(env().APP_MODE === 'production' ? '__Host-maillage' : 'maillage', {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: env().APP_MODE === 'production',
    maxAge: absoluteHours * 3600,
  });

export const sessionCookie = (token: string) => cookie().serialize(token);
export const noSessionCookie = () => cookie().serialize('', { maxAge: 0 });

export async function sessionToken(request: Request): Promise<string | null> {
  const value: unknown = await cookie().parse(request.headers.get('Cookie'));
  return typeof value === 'string' && value.length > 0 ? value : null;
}

/** Who sends this request, or null; asked once a request. */
export function visitorOf(request: Request, context: AppLoadContext): Promise<Actor | null> {
  return (context.visitor ??= findVisitor(request)) as Promise<Actor | null>;
}

async function findVisitor(request: Request): Promise<Actor | null> {
  const token = await sessionToken(request);
  if (!token) return null;
  return asSystem('sign-in: who holds this cookie', async (db) => {
    const [row] = await db.$queryRaw<(Actor & { staleMinutes: number })[]>`
      SELECT u.id AS "userId", s.id AS "sessionId", m.id AS "membershipId", m.role::text AS role, u.first_name AS "firstName",
        u.last_name AS "lastName", u.email, m.mission_locale_id AS "missionLocaleId", m.region_code AS "regionCode",
        m.organisation_id AS "organisationId", coalesce(ml.name, r.name, o.name, 'Plateforme') AS "placeName",
        extract(epoch FROM now() - s.last_seen_at)::float8 / 60 AS "staleMinutes"
      FROM session s
      JOIN user_account u ON u.id = s.user_id AND u.deactivated_at IS NULL
      JOIN membership m ON m.id = s.membership_id AND m.ended_at IS NULL
      LEFT JOIN mission_locale ml ON ml.id = m.mission_locale_id
      LEFT JOIN region r ON r.code = m.region_code
      LEFT JOIN organisation o ON o.id = m.organisation_id
      WHERE s.token_hash = ${hashToken(token)} AND s.is_complete AND s.revoked_at IS NULL AND s.expires_at > now()
        AND s.last_seen_at > now() - make_interval(hours => ${idleHours})`;
    if (!row) return null;
    const { staleMinutes, ...actor } = row;
    if (staleMinutes > 5) await db.$executeRaw`UPDATE session SET last_seen_at = now() WHERE id = ${actor.sessionId}::uuid`;
    return actor;
  });
}
