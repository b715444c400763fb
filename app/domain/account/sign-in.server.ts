import { invalid } from '~/domain/errors';
import type { SignIn } from './account.schema';
import type { InSystem } from './in-system';
import { forgetTries, takeTry } from './login-throttle.server';
import { tooManyTries } from './login-throttle';
import { verifyPassword } from './password-hash.server';
import { type StartedSession, startSession } from './start-session.server';

/** The same sentence whether the account is unknown, closed, or the password wrong: it tells nobody which accounts exist. */
export const signInRefused = 'Adresse ou mot de passe incorrect.';

/** Where a request comes from: its network address, and the device that its owner will recognise. */
export type Origin = { address: string; device: string };

/**
 * Opens a session for an e-mail address and its password. Refuses with one sentence, in one time, whatever is wrong; says how
 * long to wait after too many tries on the account or from the address.
 */
export async function signIn(inSystem: InSystem, secret: string, { email, password }: SignIn, { address, device }: Origin): Promise<StartedSession> {
  const tried = { account: email, address };
  const attempt = await inSystem('sign-in: counts the try', (db) => takeTry(db, secret, 'signIn', tried));
  if (!attempt.allowed) throw invalid('form', tooManyTries(attempt.waitMinutes));

  const user = await inSystem('sign-in: the account of this address', (db) => db.user.findUnique({ where: { email }, include: { credential: true } }));
  const isRight = await verifyPassword(user?.credential?.passwordHash ?? null, password);
  if (!user || !isRight || user.deactivatedAt) throw invalid('form', signInRefused);

  const session = await inSystem('sign-in: opens the session', async (db) => {
    const started = await startSession(db, { userId: user.id, device });
    if (started) await forgetTries(db, secret, 'signIn', tried);
    return started;
  });
  if (!session) throw invalid('form', signInRefused);
  return session;
}
