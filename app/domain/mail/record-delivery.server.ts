import type { Db } from '~/access/context';
import { forgottenRecipient, offersForSomebody } from './forgotten-recipients';

/** What a mail server answered; `reason` is a sentence for the administrator. */
export type DeliveryAnswer = { accepted: true } | { accepted: false; permanent: boolean; reason: string };

/**
 * Writes what became of a message. Once sent, its content is forgotten: the administrator needs to know that it left, not
 * what it said; nor to whom, when it was somebody without an account. Refused for good, or for the last time, it is kept, so that it
 * can be sent again; not to somebody without an account, of whom nothing stays, in the server's answer neither.
 */
export async function recordDelivery(db: Db, mailId: string, answer: DeliveryAnswer, { isLastTry }: { isLastTry: boolean }): Promise<void> {
  await db.mailMessage.updateMany({
    where: { id: mailId, state: 'queued' },
    data: answer.accepted
      ? { state: 'sent', sentAt: new Date(), problem: null, html: '', text: '' }
      : { state: answer.permanent || isLastTry ? 'refused' : 'queued', problem: answer.reason },
  });
  if (answer.accepted || answer.permanent || isLastTry) await forgetSomebody(db, mailId);
}

async function forgetSomebody(db: Db, mailId: string): Promise<void> {
  const mail = await db.mailMessage.findFirst({ where: { id: mailId, template: offersForSomebody, state: { in: ['sent', 'refused'] } }, select: { problem: true } });
  if (!mail) return;
  // Servers like to repeat the address that they refuse.
  const problem = mail.problem?.replace(/[^\s<>"'(),:;]+@[^\s<>"'(),:;]+/g, forgottenRecipient) ?? null;
  await db.mailMessage.updateMany({ where: { id: mailId }, data: { recipient: forgottenRecipient, html: '', text: '', problem } });
}
