import { conflict } from '~/domain/errors';
import type { InSystem } from './in-system';
import { type Oneself, requireOwnPassword } from './own-password.server';
import { newRecoveryCodes, recoveryHash } from './recovery-codes';

/** Ten new recovery codes, with the password; the earlier ones no longer serve. Answers them, to be shown once. */
export async function renewRecoveryCodes(inSystem: InSystem, secret: string, oneself: Oneself, password: string): Promise<string[]> {
  const { userId } = oneself;
  await requireOwnPassword(inSystem, secret, oneself, password, 'password');
  const codes = newRecoveryCodes();
  const { count } = await inSystem('second factor: new recovery codes', (db) =>
    db.credential.updateMany({ where: { userId, totpEnabledAt: { not: null } }, data: { recoveryHashes: codes.map((code) => recoveryHash(secret, userId, code)) } }),
  );
  if (count === 0) throw conflict('La double authentification n’est pas en place.');
  return codes;
}
