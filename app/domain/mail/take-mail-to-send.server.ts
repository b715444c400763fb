import type { Db } from '~/access/context';

/** The message to send, its try counted; null when it left already, was refused for good, or is gone. */
export async function takeMailToSend(db: Db, mailId: string) {
  const { count } = await db.mailMessage.updateMany({ where: { id: mailId, state: 'queued' }, data: { attempts: { increment: 1 } } });
  return count === 0 ? null : db.mailMessage.findUnique({ where: { id: mailId } });
}
