import { invalid } from '~/domain/errors';
import type { InSystem } from './in-system';
import { tooManyTries } from './login-throttle';
import { forgetTries, takeTry } from './login-throttle.server';
import { verifyPassword } from './password-hash.server';

export type Oneself = { userId: string; email: string; address: string };

/** Before a change that would lock its owner out: the password again, for a machine left open is not its owner. Counted as a sign-in. */
export async function requireOwnPassword(inSystem: InSystem, secret: string, { userId, email, address }: Oneself, password: string, field: string): Promise<void> {
  const tried = { account: email, address };
  const attempt = await inSystem('account: counts the try of the password', (db) => takeTry(db, secret, 'signIn', tried));
  if (!attempt.allowed) throw invalid('form', tooManyTries(attempt.waitMinutes));
  const credential = await inSystem('account: the password of its owner', (db) => db.credential.findUnique({ where: { userId }, select: { passwordHash: true } }));
  if (!(await verifyPassword(credential?.passwordHash ?? null, password))) throw invalid(field, 'Ce n’est pas votre mot de passe actuel.');
  await inSystem('account: the password was right', (db) => forgetTries(db, secret, 'signIn', tried));
}
