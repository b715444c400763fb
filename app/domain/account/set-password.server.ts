import type { Db } from '~/access/context';

/**
 * Writes a new password's hash, ends the sessions opened with the old one (but for `keepSessionId`, the one at hand) and the
 * links that would still let somebody choose another.
 */
export async function setPassword(db: Db, { userId, passwordHash, keepSessionId }: { userId: string; passwordHash: string; keepSessionId?: string }): Promise<void> {
  const fresh = { passwordHash, passwordChangedAt: new Date() };
  await db.credential.upsert({ where: { userId }, create: { userId, ...fresh }, update: fresh });
  await db.session.updateMany({ where: { userId, revokedAt: null, ...(keepSessionId && { id: { not: keepSessionId } }) }, data: { revokedAt: new Date() } });
  await db.oneTimeToken.deleteMany({ where: { userId, usedAt: null } });
}
