import type { Db } from '~/access/context';
import { conflict } from '~/domain/errors';
import { sealTotp } from './second-factor-secret';
import { newTotpSecret } from './totp';

/** Prepares a second factor: a secret to be read by the telephone. It asks for nothing until a first code confirms it. */
export async function beginSecondFactor(db: Db, secret: string, userId: string): Promise<void> {
  const { count } = await db.credential.updateMany({ where: { userId, totpEnabledAt: null }, data: { totpSecret: sealTotp(secret, userId, newTotpSecret()), totpLastWindow: null } });
  if (count === 0) throw conflict('La double authentification est déjà en place.');
}
