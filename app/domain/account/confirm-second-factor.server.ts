import type { Db } from '~/access/context';
import { conflict, invalid } from '~/domain/errors';
import { newRecoveryCodes, recoveryHash } from './recovery-codes';
import { unsealTotp } from './second-factor-secret';
import { windowOfCode } from './totp';

export const wrongCode = 'Ce code n’est pas le bon. Attendez le suivant et vérifiez l’heure de votre téléphone.';

/**
 * Puts the second factor in place, once a first code shows that the telephone has read the secret. Ends the other sessions,
 * which were opened without it. Answers the recovery codes, to be shown once.
 */
export async function confirmSecondFactor(db: Db, secret: string, { userId, sessionId, code, at }: { userId: string; sessionId: string; code: string; at: Date }): Promise<string[]> {
  const credential = await db.credential.findUnique({ where: { userId } });
  if (!credential?.totpSecret || credential.totpEnabledAt) throw conflict('Recommencez : cette préparation n’est plus en cours.');
  const window = windowOfCode(unsealTotp(secret, userId, credential.totpSecret), code, at);
  if (window === null) throw invalid('code', wrongCode);
  const codes = newRecoveryCodes();
  const { count } = await db.credential.updateMany({
    where: { userId, totpEnabledAt: null, totpSecret: credential.totpSecret },
    data: { totpEnabledAt: at, totpLastWindow: window, recoveryHashes: codes.map((one) => recoveryHash(secret, userId, one)) },
  });
  if (count === 0) throw conflict('Recommencez : cette préparation n’est plus en cours.');
  await db.session.updateMany({ where: { userId, revokedAt: null, id: { not: sessionId } }, data: { revokedAt: at } });
  return codes;
}
