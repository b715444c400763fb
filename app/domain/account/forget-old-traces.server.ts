import type { Db } from '~/access/context';

/**
 * Forgets what served to sign in and serves no more: tries after a day, links after a month, ended sessions after three
 * months, and the recipients of sent mails after three months.
 */
export async function forgetOldTraces(db: Db): Promise<void> {
  await db.$executeRaw`DELETE FROM login_failure WHERE at < now() - interval '1 day'`;
  await db.$executeRaw`DELETE FROM one_time_token WHERE expires_at < now() - interval '30 days'`;
  await db.$executeRaw`DELETE FROM session WHERE least(expires_at, revoked_at) < now() - interval '90 days'`;
  await db.$executeRaw`DELETE FROM mail_message WHERE state = 'sent' AND sent_at < now() - interval '90 days'`;
}
