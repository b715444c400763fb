import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { data } from '@remix-run/node';
import { readEml, type ReadMail } from '~/domain/mail/read-eml';
import { env } from './env.server';

/** Beyond this, a folder of messages is not read for a page. */
const most = 100;

/** The folder of messages of a machine for trying; anywhere else this page does not exist. */
function folder(): string {
  const { APP_MODE, mail } = env();
  if (APP_MODE !== 'local' || mail.MAILER !== 'file') throw data({ title: 'Page introuvable', sentence: 'Cette adresse n’existe pas ou plus.' }, 404);
  return mail.MAIL_DIR;
}

/** The latest messages, newest first. */
export async function mailbox(): Promise<(ReadMail & { file: string })[]> {
  const place = folder();
  const names = await readdir(place).catch(() => []);
  const latest = names.filter((name) => name.endsWith('.eml') && !name.startsWith('.')).sort().reverse().slice(0, most);
  return Promise.all(latest.map(async (file) => ({ file, ...readEml(await readFile(path.join(place, file), 'utf8')) })));
}

/** One message by the name of its file. */
export async function mailFile(file: string): Promise<ReadMail> {
  const place = folder();
  const raw = /^[\w-]+\.eml$/.test(file) ? await readFile(path.join(place, file), 'utf8').catch(() => null) : null;
  if (raw === null) throw data({ title: 'Page introuvable', sentence: 'Ce courriel n’existe pas ou plus.' }, 404);
  return readEml(raw);
}
