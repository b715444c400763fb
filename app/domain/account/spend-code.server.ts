import type { Db } from '~/access/context';
import { recoveryHash } from './recovery-codes';
import { unsealTotp } from './second-factor-secret';
import { windowOfCode } from './totp';

/** Is this a code of the telephone that has not served yet? It serves now: of the same code sent twice, one passes. */
export async function spendTotpCode(db: Db, secret: string, { userId, code, at }: { userId: string; code: string; at: Date }): Promise<boolean> {
  const credential = await db.credential.findUnique({ where: { userId } });
  if (!credential?.totpSecret || !credential.totpEnabledAt) return false;
  const window = windowOfCode(unsealTotp(secret, userId, credential.totpSecret), code, at);
  if (window === null) return false;
  const { count } = await db.credential.updateMany({ where: { userId, OR: [{ totpLastWindow: null }, { totpLastWindow: { lt: window } }] }, data: { totpLastWindow: window } });
  return count === 1;
}

/** Is this one of the recovery codes left? It is crossed out now. */
export async function spendRecoveryCode(db: Db, secret: string, { userId, code }: { userId: string; code: string }): Promise<boolean> {
  const hash = recoveryHash(secret, userId, code);
  const count = await db.$executeRaw`UPDATE credential SET recovery_hashes = array_remove(recovery_hashes, ${hash}) WHERE user_id = ${userId}::uuid AND totp_enabled_at IS NOT NULL AND ${hash} = ANY (recovery_hashes)`;
  return count === 1;
}
