import type { Role } from '~/access/permissions';
import { createAccountWithPassword } from '~/domain/account/create-account-with-password.server';
import { signIn } from '~/domain/account/sign-in.server';
import { asActor, asSystem } from '~/server/db.server';
import { sessionCookie, visitorOf } from '~/server/session.server';

export const secret = 'only-for-the-tests-of-this-machine-0123456789';
export const goodPassword = 'le canoë traverse à midi';
export const origin = { address: '192.0.2.1', device: 'Firefox sur Linux' };

let last = 0;

/** Somebody with a password and a place in an agency. */
export async function account({ missionLocaleId, role = 'officer', password = goodPassword }: { missionLocaleId: string; role?: Role; password?: string }) {
  const email = `compte.${process.pid}.${(last += 1)}@ml.example`;
  const { userId, membershipId } = await asSystem('a test makes an account', async (db) => {
    const userId = await createAccountWithPassword(db, { email, firstName: 'Camille', lastName: 'Essai', password });
    const membership = await db.membership.create({ data: { userId, missionLocaleId, role } });
    return { userId, membershipId: membership.id };
  });
  return { email, userId, membershipId };
}

export const enter = (email: string, password = goodPassword, more = {}) => signIn(asSystem, secret, { email, password }, { ...origin, ...more });

export async function requestWith(token: string | null, cookie?: string): Promise<Request> {
  const header = cookie ?? (token && (await sessionCookie(token)).split(';')[0]);
  return new Request('http://127.0.0.1/', header ? { headers: { Cookie: header } } : undefined);
}

const context = () => ({ requestId: crypto.randomUUID(), address: origin.address, nonce: '', metrics: undefined as never });

/** Who the site sees behind this session. */
export const visitorWith = async (token: string | null, cookie?: string) => visitorOf(await requestWith(token, cookie), context());

/** Does something as the person behind this session. */
export async function asVisitor<O>(token: string, work: Parameters<typeof asActor<O>>[2]): Promise<O> {
  const actor = await visitorWith(token);
  if (!actor) throw new Error('nobody is signed in');
  return asActor(actor, crypto.randomUUID(), work);
}

/** Changes rows under the feet of the program: time passes, somebody leaves. */
export const meanwhile = (sql: string) => asSystem('a test lets time pass', (db) => db.$executeRawUnsafe(sql));
