import type { Db } from '~/access/context';
import { addressBlock, type Try, type TryKind, tryLimits } from './login-throttle';
import { fingerprint } from './tokens';

export type Tried = { account: string; address: string };

/**
 * Counts a try before it is made, so that twenty at once are twenty. A refused one is not counted: going on trying does not
 * make the wait longer. Its transaction must be kept whatever the try gives.
 */
export async function takeTry(db: Db, secret: string, kind: TryKind, tried: Tried): Promise<Try> {
  const { account, address, minutes } = tryLimits[kind];
  const keys = keysOf(secret, kind, tried);
  const limits = [account, address];
  // Tries on the same account or from the same address come one by one; always in the same order, so that none waits for the other.
  await db.$queryRaw`SELECT pg_advisory_xact_lock(k)::text FROM (SELECT hashtextextended(k, 0) AS k FROM unnest(${keys}::text[]) k ORDER BY 1) AS locks`;
  const [row] = await db.$queryRaw<{ seconds: number | null }[]>`
    SELECT max(extract(epoch FROM last.at + make_interval(mins => ${minutes}::int) - clock_timestamp()))::float8 AS seconds
    FROM unnest(${keys}::text[], ${limits}::int[]) AS asked(key, most)
    CROSS JOIN LATERAL (SELECT f.at FROM login_failure f WHERE f.key_hash = asked.key
      AND f.at > clock_timestamp() - make_interval(mins => ${minutes}::int) ORDER BY f.at DESC OFFSET asked.most - 1 LIMIT 1) AS last`;
  if (row?.seconds != null) return { allowed: false, waitMinutes: Math.max(1, Math.ceil(row.seconds / 60)) };
  await db.loginFailure.createMany({ data: keys.map((keyHash) => ({ keyHash })) });
  return { allowed: true };
}

/** A success: the account starts afresh, and the address gets its last try back. */
export async function forgetTries(db: Db, secret: string, kind: TryKind, tried: Tried): Promise<void> {
  const [accountKey, addressKey] = keysOf(secret, kind, tried);
  await db.loginFailure.deleteMany({ where: { keyHash: accountKey } });
  await db.$executeRaw`DELETE FROM login_failure WHERE id = (SELECT id FROM login_failure WHERE key_hash = ${addressKey} ORDER BY at DESC LIMIT 1)`;
}

/** The account starts afresh: its owner has just proved who they are by another way. */
export const forgetAccountTries = (db: Db, secret: string, kind: TryKind, account: string) =>
  db.loginFailure.deleteMany({ where: { keyHash: keysOf(secret, kind, { account, address: '' })[0] } });

const keysOf = (secret: string, kind: TryKind, { account, address }: Tried) =>
  [fingerprint(secret, `try:${kind}:account`, account.toLowerCase()), fingerprint(secret, `try:${kind}:address`, addressBlock(address))] as const satisfies readonly string[];
