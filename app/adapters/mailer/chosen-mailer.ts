import { env } from '~/server/env.server';
import { fileMailer } from './file-mailer';
import type { Mailer } from './mailer';
import { smtpMailer } from './smtp-mailer';

let opened: Mailer | undefined;

/** How this process sends messages, as the environment chooses. */
export const mailer = (): Mailer => (opened ??= open());

function open(): Mailer {
  const { mail } = env();
  switch (mail.MAILER) {
    case 'file':
      return fileMailer({ folder: mail.MAIL_DIR, from: mail.MAIL_FROM });
    case 'smtp':
      return smtpMailer({ host: mail.SMTP_HOST, port: mail.SMTP_PORT, secure: mail.SMTP_SECURE, user: mail.SMTP_USER, password: mail.SMTP_PASSWORD, from: mail.MAIL_FROM });
  }
}
