import { createCookie } from '@remix-run/node';
import type { Actor } from '~/access/actor';
import { absoluteHours, idleHours } from '~/domain/account/start-session.server';
import { hashToken } from '~/domain/account/tokens';
import type { AppLoadContext } from './context.server';
import { asSystem } from './db.server';
import { env } from './env.server';

/** The session cookie holds a random token; the database holds its sha256. */
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
  const value: unknown = await cookie().parse(request.headers.get('Cookie')).catch(() => null);
  return typeof value === 'string' && value.length > 0 && value.length < 100 ? value : null;
}

/**
 * What a session still lacks before it opens anything: the code of the second factor, or the second factor itself, when the
 * agency asks its administrators for one.
 */
export type MissingStep = 'code' | 'setup';
type Holder = { actor: Actor; missing: MissingStep | null };

/** Who sends this request, or null; asked once a request. */
export async function visitorOf(request: Request, context: AppLoadContext): Promise<Actor | null> {
  const holder = await ((context.visitor ??= findHolder(request)) as Promise<Holder | null>);
  return holder && !holder.missing ? holder.actor : null;
}

/** Who is signing in: right password, something still missing. */
export async function halfwayVisitor(request: Request): Promise<(Holder & { missing: MissingStep }) | null> {
  const holder = await findHolder(request);
  return holder?.missing ? { ...holder, missing: holder.missing } : null;
}

async function findHolder(request: Request): Promise<Holder | null> {
  const token = await sessionToken(request);
  if (!token) return null;
  return asSystem('sign-in: who holds this cookie', async (db) => {
    const [row] = await db.$queryRaw<(Actor & { staleMinutes: number; isComplete: boolean; lacksSecondFactor: boolean })[]>`
      SELECT u.id AS "userId", s.id AS "sessionId", m.id AS "membershipId", m.role::text AS role, u.first_name AS "firstName",
        u.last_name AS "lastName", u.email, m.mission_locale_id AS "missionLocaleId", m.region_code AS "regionCode",
        m.organisation_id AS "organisationId", coalesce(ml.name, r.name, o.name, 'Plateforme') AS "placeName",
        extract(epoch FROM now() - s.last_seen_at)::float8 / 60 AS "staleMinutes", s.is_complete AS "isComplete",
        m.role = 'admin' AND g.value = 'true' AND c.totp_enabled_at IS NULL AS "lacksSecondFactor"
      FROM session s
      JOIN user_account u ON u.id = s.user_id AND u.deactivated_at IS NULL
      JOIN membership m ON m.id = s.membership_id AND m.ended_at IS NULL
      LEFT JOIN credential c ON c.user_id = u.id
      LEFT JOIN setting g ON g.mission_locale_id = m.mission_locale_id AND g.key = 'secondFactorForAdmins'
      LEFT JOIN mission_locale ml ON ml.id = m.mission_locale_id
      LEFT JOIN region r ON r.code = m.region_code
      LEFT JOIN organisation o ON o.id = m.organisation_id
      WHERE s.token_hash = ${hashToken(token)} AND s.revoked_at IS NULL AND s.expires_at > now()
        AND s.last_seen_at > now() - make_interval(hours => ${idleHours}::int)`;
    if (!row) return null;
    const { staleMinutes, isComplete, lacksSecondFactor, ...actor } = row;
    // Every few minutes is enough to measure twelve idle hours, and spares a write a page.
    if (staleMinutes > 5) await db.$executeRaw`UPDATE session SET last_seen_at = now() WHERE id = ${actor.sessionId}::uuid`;
    return { actor, missing: !isComplete ? 'code' : lacksSecondFactor ? 'setup' : null };
  });
}
