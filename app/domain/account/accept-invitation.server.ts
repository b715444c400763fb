import { conflict, invalid } from '~/domain/errors';
import type { AcceptInvitation } from './account.schema';
import type { InSystem } from './in-system';
import { holderOfToken, consumeToken } from './one-time-token.server';
import { passwordProblem } from './password';
import { hashPassword } from './password-hash.server';
import { setPassword } from './set-password.server';
import { type StartedSession, startSession } from './start-session.server';

export const deadInvitation = 'Cette invitation a déjà servi, ou elle date de plus de sept jours. Demandez-en une autre à la personne qui administre votre agence.';

/** Enters by an invitation: names as their owner writes them, a password, and a session at once. The link then serves no more. */
export async function acceptInvitation(inSystem: InSystem, token: string, { firstName, lastName, password }: AcceptInvitation, device: string): Promise<StartedSession> {
  const owner = await inSystem('invitation: whose link this is', (db) => holderOfToken(db, 'invitation', token));
  if (!owner) throw conflict(deadInvitation);
  const problem = passwordProblem(password, { email: owner.email, firstName, lastName });
  if (problem) throw invalid('password', problem);
  const passwordHash = await hashPassword(password);
  return inSystem('invitation: the link serves, once', async (db) => {
    if (!(await consumeToken(db, 'invitation', token))) throw conflict(deadInvitation);
    await setPassword(db, { userId: owner.id, passwordHash });
    await db.user.update({ where: { id: owner.id }, data: { firstName, lastName } });
    const session = await startSession(db, { userId: owner.id, device });
    if (!session) throw conflict(deadInvitation);
    return session;
  });
}
