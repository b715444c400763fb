import { PasswordReset, passwordResetSubject } from '#emails/password-reset';
import { renderEmail } from '#emails/render-email';
import { issueToken, resetHours } from '~/domain/account/one-time-token.server';
import { queueMail } from '~/domain/mail/queue-mail.server';
import { paths } from '~/paths';
import { asSystem } from '~/server/db.server';
import { env } from '~/server/env.server';
import type { Payload } from './run-task.server';

/** Writes the link to choose a new password, to the owner of the account only. */
export async function writePasswordReset({ eventId, userId }: Payload): Promise<void> {
  await asSystem('a password link is written to the owner of the account', async (db) => {
    const user = await db.user.findFirst({
      where: { id: String(userId), deactivatedAt: null, memberships: { some: { endedAt: null } } },
      include: { memberships: { where: { endedAt: null }, orderBy: { createdAt: 'desc' }, take: 1 } },
    });
    if (!user || (await db.mailMessage.count({ where: { id: eventId } })) > 0) return;
    const standIn = await issueToken(db, env().APP_SECRET, { purpose: 'passwordReset', userId: user.id });
    const link = new URL(paths.resetPassword(standIn), env().APP_URL).href;
    const email = await renderEmail(PasswordReset, passwordResetSubject, { firstName: user.firstName, link, hours: resetHours });
    await queueMail(db, { id: String(eventId), missionLocaleId: user.memberships[0]?.missionLocaleId ?? null, to: user.email, template: 'password-reset', ...email });
  });
}
