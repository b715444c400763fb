import { PasswordChanged, passwordChangedSubject } from '#emails/password-changed';
import { renderEmail } from '#emails/render-email';
import { queueMail } from '~/domain/mail/queue-mail.server';
import { momentOf } from '~/domain/text/french-date';
import { paths } from '~/paths';
import { asSystem } from '~/server/db.server';
import { env } from '~/server/env.server';
import type { Payload } from './run-task.server';

/** Writes to the owner of an account that its password was changed, when, and what to do if they did not. Nothing for an account closed since. */
export async function writePasswordChanged({ eventId, userId }: Payload): Promise<void> {
  await asSystem('a new password is told to the owner of the account', async (db) => {
    const event = await db.outboxEvent.findUnique({ where: { id: String(eventId) }, select: { createdAt: true } });
    const user = await db.user.findFirst({
      where: { id: String(userId), deactivatedAt: null },
      include: { memberships: { where: { endedAt: null }, orderBy: { createdAt: 'desc' }, take: 1 } },
    });
    if (!event || !user) return;
    const words = { firstName: user.firstName, when: `le ${momentOf(event.createdAt)}`, link: new URL(paths.forgottenPassword(), env().APP_URL).href };
    const email = await renderEmail(PasswordChanged, passwordChangedSubject, words);
    await queueMail(db, { id: String(eventId), missionLocaleId: user.memberships[0]?.missionLocaleId ?? null, to: user.email, template: 'password-changed', ...email });
  });
}
