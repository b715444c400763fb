import { invalid } from '~/domain/errors';
import type { ChangePassword } from './account.schema';
import type { InSystem } from './in-system';
import { type Oneself, requireOwnPassword } from './own-password.server';
import { passwordProblem, type PasswordOwner } from './password';
import { hashPassword } from './password-hash.server';
import { setPassword } from './set-password.server';
import { tellPasswordChanged } from './tell-password-changed.server';

/** Changes one's own password, with the present one; the other sessions end, and its owner is told by mail. */
export async function changePassword(inSystem: InSystem, secret: string, oneself: Oneself & PasswordOwner & { sessionId: string }, { currentPassword, newPassword }: ChangePassword): Promise<void> {
  const problem = passwordProblem(newPassword, oneself);
  if (problem) throw invalid('newPassword', problem);
  await requireOwnPassword(inSystem, secret, oneself, currentPassword, 'currentPassword');
  if (newPassword === currentPassword) throw invalid('newPassword', 'C’est déjà votre mot de passe. Choisissez-en un autre.');
  const passwordHash = await hashPassword(newPassword);
  await inSystem('account: its owner changes the password', async (db) => {
    await setPassword(db, { userId: oneself.userId, passwordHash, keepSessionId: oneself.sessionId });
    await tellPasswordChanged(db, oneself.userId);
  });
}
