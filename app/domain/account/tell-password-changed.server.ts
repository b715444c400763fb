import type { Db } from '~/access/context';

/** Word of a new password to its owner, by mail, once this transaction is kept. Not for the first one, chosen by an invitation. */
export async function tellPasswordChanged(db: Db, userId: string): Promise<void> {
  await db.outboxEvent.createMany({ data: [{ type: 'password.changed', payload: { userId } }] });
}
