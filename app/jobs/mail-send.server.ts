import { mailer } from '~/adapters/mailer/chosen-mailer';
import type { Mailer } from '~/adapters/mailer/mailer';
import { withTokens } from '~/domain/account/one-time-token.server';
import { recordDelivery } from '~/domain/mail/record-delivery.server';
import { takeMailToSend } from '~/domain/mail/take-mail-to-send.server';
import { asSystem } from '~/server/db.server';
import { env } from '~/server/env.server';
import type { Payload } from './run-task.server';

/** Sends a queued message. "Not now" fails the job, which comes back later; "never" is written down and shown to the administrator. */
export async function sendMail({ mailId }: Payload, { isLastAttempt }: { isLastAttempt: boolean }, by: Mailer = mailer()): Promise<void> {
  const mail = await asSystem('a queued mail is sent', (db) => takeMailToSend(db, String(mailId)));
  if (!mail) return;
  const { APP_SECRET, APP_URL } = env();
  const answer = await by.send({
    to: mail.recipient,
    subject: mail.subject,
    html: withTokens(mail.html, APP_SECRET),
    text: withTokens(mail.text, APP_SECRET),
    messageId: `<${mail.id}@${new URL(APP_URL).hostname}>`,
  });
  await asSystem('what became of a mail', (db) => recordDelivery(db, mail.id, answer, { isLastTry: isLastAttempt }));
  if (!answer.accepted && !answer.permanent) throw new Error(answer.reason);
}
