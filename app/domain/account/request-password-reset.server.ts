import { invalid } from '~/domain/errors';
import type { InSystem } from './in-system';
import { tooManyTries } from './login-throttle';
import { takeTry } from './login-throttle.server';

/** The answer takes this long whoever is asked about, in milliseconds: an account that exists has a little more to write. */
const sameTime = 300;

/**
 * Asks for a link to choose a new password. Answers nothing, and in the same time, whether the account exists or not; the mail
 * leaves by a job. Demands are counted for unknown accounts as for others, so that the wait tells nothing either.
 */
export async function requestPasswordReset(inSystem: InSystem, secret: string, { email }: { email: string }, { address }: { address: string }): Promise<void> {
  const answer = new Promise((resolve) => setTimeout(resolve, sameTime));
  const demand = await inSystem('forgotten password: counts the demand', (db) => takeTry(db, secret, 'reset', { account: email, address }));
  if (!demand.allowed) throw invalid('form', tooManyTries(demand.waitMinutes));
  await inSystem('forgotten password: the account, if there is one', async (db) => {
    const user = await db.user.findFirst({ where: { email, deactivatedAt: null, memberships: { some: { endedAt: null } } }, select: { id: true } });
    if (user) await db.outboxEvent.createMany({ data: [{ type: 'password.resetRequested', payload: { userId: user.id } }] });
  });
  await answer;
}
