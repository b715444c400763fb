import type { Db } from '~/access/context';
import { hashToken } from './tokens';

/** Ends the session of this token; nothing happens when it has ended already. */
export async function signOut(db: Db, token: string): Promise<void> {
  await db.session.updateMany({ where: { tokenHash: hashToken(token), revokedAt: null }, data: { revokedAt: new Date() } });
}
