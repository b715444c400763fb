import type { Db } from '~/access/context';

export type QueuedMail = {
  /** Given by what asks for the mail (the event's id), so that asking twice sends once. */
  id: string;
  missionLocaleId: string | null;
  to: string;
  template: string;
  subject: string;
  html: string;
  text: string;
};

/** Writes a message to be sent, and the event that sends it once the transaction is kept. As the system. Asked twice, it is written once. */
export async function queueMail(db: Db, { to, ...mail }: QueuedMail): Promise<void> {
  const { count } = await db.mailMessage.createMany({ data: [{ ...mail, recipient: to }], skipDuplicates: true });
  if (count === 0) return;
  await db.outboxEvent.createMany({ data: [{ type: 'mail.queued', payload: { mailId: mail.id }, missionLocaleId: mail.missionLocaleId }] });
}
