import { createCookie } from '@remix-run/node';
import type { Actor } from '~/access/actor';
import { absoluteHours, idleHours } from '~/domain/account/start-session.server';
import { hashToken } from '~/domain/account/tokens';
import type { AppLoadContext } from './context.server';
import { sessionHolder } from './db.server';
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
  const row = token && (await sessionHolder(hashToken(token), idleHours));
  if (!row) return null;
  const { isComplete, lacksSecondFactor, ...actor } = row;
  return { actor, missing: !isComplete ? 'code' : lacksSecondFactor ? 'setup' : null };
}
