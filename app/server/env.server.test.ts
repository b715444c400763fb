import { expect, test } from 'vitest';
import { readEnv } from './env.server';

const least = { APP_SECRET: 'only-for-the-tests-of-this-machine-0123456789', DATABASE_URL: 'postgres://x' };

test('the mailbox that a login names in MAIL is not our mailer', () => {
  expect(readEnv({ ...least, MAIL: '/var/mail/testeur' }).mail).toMatchObject({ MAILER: 'file' });
});

test('a second search engine asks for its address and its key, and is off unless chosen', () => {
  expect(readEnv({ ...least, MEILI_URL: 'http://127.0.0.1:7700' }).search).toEqual({ SEARCH: 'postgres' });
  expect(() => readEnv({ ...least, SEARCH: 'meilisearch' })).toThrow(/MEILI_URL[\s\S]*MEILI_KEY/);
  expect(() => readEnv({ ...least, SEARCH: 'meilisearch', MEILI_URL: 'http://127.0.0.1:7700', MEILI_KEY: 'trop courte' })).toThrow(/MEILI_KEY : 16 caractères/);
});

test('a real mailer asks for its settings, by their names', () => {
  expect(() => readEnv({ ...least, MAILER: 'smtp' })).toThrow(/SMTP_HOST[\s\S]*MAIL_FROM/);
});
