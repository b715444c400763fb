import { conflict, invalid } from '~/domain/errors';
import type { InSystem } from './in-system';
import { forgetAccountTries } from './login-throttle.server';
import { holderOfToken, consumeToken } from './one-time-token.server';
import { passwordProblem } from './password';
import { hashPassword } from './password-hash.server';
import { setPassword } from './set-password.server';
import { tellPasswordChanged } from './tell-password-changed.server';

export const deadResetLink = 'Ce lien a déjà servi, ou il date de plus de deux heures. Demandez-en un autre.';

/** Chooses a new password by the link of a mail, which then serves no more; every session of the account ends, and its owner is told by mail. */
export async function resetPassword(inSystem: InSystem, secret: string, { token, password }: { token: string; password: string }): Promise<void> {
  const owner = await inSystem('password reset: whose link this is', (db) => holderOfToken(db, 'passwordReset', token));
  if (!owner) throw conflict(deadResetLink);
  const problem = passwordProblem(password, owner);
  if (problem) throw invalid('password', problem);
  const passwordHash = await hashPassword(password);
  await inSystem('password reset: the link serves, once', async (db) => {
    if (!(await consumeToken(db, 'passwordReset', token))) throw conflict(deadResetLink);
    await setPassword(db, { userId: owner.id, passwordHash });
    await tellPasswordChanged(db, owner.id);
    await forgetAccountTries(db, secret, 'signIn', owner.email);
  });
}
