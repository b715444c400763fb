import { expect, test } from 'vitest';
import { readEnv } from './env.server';

const least = { APP_SECRET: 'only-for-the-tests-of-this-machine-0123456789', DATABASE_URL: 'postgres://x' };

test('the mailbox that a login names in MAIL is not our mailer', () => {
  expect(readEnv({ ...least, MAIL: '/var/mail/testeur' }).mail).toMatchObject({ MAILER: 'file' });
});

test('a real mailer asks for its settings, by their names', () => {
  expect(() => readEnv({ ...least, MAILER: 'smtp' })).toThrow(/SMTP_HOST[\s\S]*MAIL_FROM/);
});
