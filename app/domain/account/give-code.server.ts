import type { Db } from '~/access/context';
import { invalid } from '~/domain/errors';
import { wrongCode } from './confirm-second-factor.server';
import type { InSystem } from './in-system';
import { tooManyTries } from './login-throttle';
import { forgetTries, takeTry } from './login-throttle.server';
import type { Origin } from './sign-in.server';
import { spendRecoveryCode, spendTotpCode } from './spend-code.server';
import { type StartedSession, startSession } from './start-session.server';

export type GivenCode = { code: string } | { recoveryCode: string };
export const wrongRecoveryCode = 'Ce code de secours n’existe pas, ou il a déjà servi.';

/** Ends a sign-in: the second factor, from the telephone or from the recovery codes. The session that waited gives way to a new one. */
export async function giveCode(inSystem: InSystem, secret: string, waiting: { userId: string; sessionId: string }, given: GivenCode, { address, device }: Origin): Promise<StartedSession> {
  const { userId, sessionId } = waiting;
  const tried = { account: userId, address };
  const attempt = await inSystem('second factor: counts the try', (db) => takeTry(db, secret, 'code', tried));
  if (!attempt.allowed) throw invalid('form', tooManyTries(attempt.waitMinutes));
  return inSystem('second factor: ends the sign-in', async (db) => {
    await spend(db, secret, userId, given);
    await forgetTries(db, secret, 'code', tried);
    const { count } = await db.session.updateMany({ where: { id: sessionId, isComplete: false, revokedAt: null }, data: { revokedAt: new Date() } });
    const session = count === 1 ? await startSession(db, { userId, device, codeGiven: true }) : null;
    if (!session) throw invalid('form', 'Cette connexion n’est plus en cours. Recommencez.');
    return session;
  });
}

async function spend(db: Db, secret: string, userId: string, given: GivenCode): Promise<void> {
  if ('code' in given) {
    if (!(await spendTotpCode(db, secret, { userId, code: given.code, at: new Date() }))) throw invalid('code', wrongCode);
  } else if (!(await spendRecoveryCode(db, secret, { userId, code: given.recoveryCode }))) throw invalid('recoveryCode', wrongRecoveryCode);
}
