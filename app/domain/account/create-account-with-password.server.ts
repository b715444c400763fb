import type { Db } from '~/access/context';
import { hashPassword } from './password-hash.server';

export type NewAccount = { email: string; firstName: string; lastName: string; password: string };

/** An account that can sign in at once, for a demonstration or a first administrator; everybody else is invited. Returns its id. */
export async function createAccountWithPassword(db: Db, { email, firstName, lastName, password }: NewAccount): Promise<string> {
  const passwordHash = await hashPassword(password);
  const user = await db.user.create({ data: { email: email.toLowerCase(), firstName, lastName } });
  await db.credential.create({ data: { userId: user.id, passwordHash, passwordChangedAt: new Date() } });
  return user.id;
}
