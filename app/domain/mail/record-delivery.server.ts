import type { Db } from '~/access/context';
import { dayOf } from '~/domain/text/french-date';
import { dateOfDay, parisDay } from '~/domain/text/paris-day';
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
  const mail = await db.mailMessage.findFirst({ where: { id: mailId, template: offersForSomebody, state: { in: ['sent', 'refused'] }, recipient: { not: forgottenRecipient } }, select: { problem: true, state: true } });
  if (!mail) return;
  // The id of the mail is that of the sending.
  if (mail.state === 'refused') await tellWhoSent(db, mailId);
  // Servers like to repeat the address that they refuse.
  const problem = mail.problem?.replace(/[^\s<>"'(),:;]+@[^\s<>"'(),:;]+/g, forgottenRecipient) ?? null;
  await db.mailMessage.updateMany({ where: { id: mailId }, data: { recipient: forgottenRecipient, html: '', text: '', problem } });
}

/** Nobody waits for a mail that never came: who sent the offers has something to do. Somebody who left is told nothing. */
async function tellWhoSent(db: Db, sendingId: string): Promise<void> {
  const sending = await db.offerSending.findFirst({ where: { id: sendingId }, select: { missionLocaleId: true, createdById: true, createdAt: true } });
  const works = sending?.createdById && (await db.membership.count({ where: { userId: sending.createdById, missionLocaleId: sending.missionLocaleId, endedAt: null } })) > 0;
  if (!sending || !works) return;
  const title = `Votre envoi d’offres du ${dayOf(sending.createdAt)} n’est pas arrivé : vérifiez l’adresse avec la personne`;
  await db.task.create({ data: { missionLocaleId: sending.missionLocaleId, title, dueOn: dateOfDay(parisDay(new Date())), assigneeId: sending.createdById, createdById: null, origin: 'rule' } });
}
