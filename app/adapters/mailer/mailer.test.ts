import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { SMTPServer } from 'smtp-server';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readEml } from '~/domain/mail/read-eml';
import { fileMailer } from './file-mailer';
import type { Mail, Mailer } from './mailer';
import { smtpMailer } from './smtp-mailer';

const mail: Mail = {
  to: 'camille.essai@ml.example',
  subject: 'Votre accès à Maillage : « Val d’Adour »',
  html: '<p>Bonjour Zoé, <a href="https://maillage.example/invitation/abc=def">choisissez</a> votre mot de passe.</p>',
  text: 'Bonjour Zoé,\nchoisissez votre mot de passe : https://maillage.example/invitation/abc=def\n.\nÀ bientôt',
  messageId: '<0193-essai@maillage.example>',
};

let folder = '';
let server: SMTPServer;
let received: string[] = [];
let mailers: Mailer[] = [];

/** A real SMTP server, whose mood depends on the recipient. */
const moods: Record<string, () => Error | null> = {
  'inconnu@ml.example': () => Object.assign(new Error('5.1.1 <inconnu@ml.example> no such user'), { responseCode: 550 }),
  'plein@ml.example': () => Object.assign(new Error('4.2.2 try again later'), { responseCode: 451 }),
};

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'courriels é '));
  received = [];
  mailers = [];
  server = new SMTPServer({
    authOptional: true,
    hideSTARTTLS: true,
    onRcptTo: ({ address }, _session, done) => {
      if (address !== 'silence@ml.example') done(moods[address]?.() ?? null);
    },
    onAuth: (_auth, _session, done) => done(Object.assign(new Error('5.7.8 bad credentials'), { responseCode: 535 })),
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        received.push(Buffer.concat(chunks).toString());
        done();
      });
    },
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
  });
  server.on('error', () => {}); // a client that leaves in the middle is part of the tests
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
});
afterEach(async () => {
  for (const one of mailers) one.close();
  await new Promise<void>((closed) => server.close(() => closed()));
  await rm(folder, { recursive: true });
});

const opened = (one: Mailer) => {
  mailers.push(one);
  return one;
};
const portOf = () => (server.server.address() as AddressInfo).port;
const bySmtp = (more = {}) => opened(smtpMailer({ host: '127.0.0.1', port: portOf(), secure: false, from: 'Maillage <maillage@maillage.example>', patience: 15_000, ...more }));
const byFile = () => opened(fileMailer({ folder, from: 'Maillage <maillage@maillage.example>' }));

// The contract: each way of sending goes through all of it.
const ways: [string, () => Mailer, () => Promise<string[]>][] = [
  ['fichiers', byFile, async () => Promise.all((await readdir(folder)).sort().map((name) => readFile(path.join(folder, name), 'utf8')))],
  ['SMTP', bySmtp, async () => received],
];

describe.each(ways)('%s', (_name, open, sent) => {
  test('le message part entier : destinataire, objet, texte et mise en page', async () => {
    expect(await open().send(mail)).toEqual({ accepted: true });
    const [raw = ''] = await sent();
    expect(readEml(raw)).toMatchObject({ to: mail.to, from: 'Maillage <maillage@maillage.example>', subject: mail.subject, html: mail.html, text: mail.text });
    expect(raw).toContain('Message-ID: <0193-essai@maillage.example>');
    expect(raw).toContain('Auto-Submitted: auto-generated');
  });

  test('deux messages se suivent dans l’ordre', async () => {
    const mailer = open();
    await mailer.send(mail);
    await mailer.send({ ...mail, subject: 'Le second', messageId: '<2@maillage.example>' });
    expect((await sent()).map((raw) => readEml(raw).subject)).toEqual([mail.subject, 'Le second']);
  });

  test('un objet qui tente d’ajouter un destinataire n’en ajoute pas', async () => {
    await open().send({ ...mail, subject: 'Bonjour\r\nBcc: autre@ml.example' });
    expect((await sent())[0]).not.toMatch(/^Bcc:/m);
  });
});

describe('quand le serveur SMTP ne veut pas', () => {
  test('une adresse inconnue est un refus définitif, dit sans l’adresse', async () => {
    expect(await bySmtp().send({ ...mail, to: 'inconnu@ml.example' })).toEqual({ accepted: false, permanent: true, reason: 'Le serveur du destinataire refuse ce message : 550 5.1.1 … no such user' });
  });

  test('une boîte pleine est un refus provisoire', async () => {
    expect(await bySmtp().send({ ...mail, to: 'plein@ml.example' })).toMatchObject({ accepted: false, permanent: false, reason: expect.stringContaining('451') });
  });

  test('un serveur qui se tait est quitté, et l’on réessaiera', async () => {
    expect(await bySmtp({ patience: 500 }).send({ ...mail, to: 'silence@ml.example' })).toMatchObject({ accepted: false, permanent: false });
  });

  test('un serveur absent : on réessaiera', async () => {
    expect(await bySmtp({ port: 1 }).send(mail)).toMatchObject({ accepted: false, permanent: false, reason: expect.stringContaining('ne répond pas') });
  });

  test('un identifiant refusé est notre affaire, pas celle du message', async () => {
    expect(await bySmtp({ user: 'maillage', password: 'faux' }).send(mail)).toMatchObject({ accepted: false, permanent: false, reason: expect.stringContaining('identifiant') });
  });
});

test('un dossier où l’on ne peut pas écrire est un refus provisoire', async () => {
  await writeFile(path.join(folder, 'un fichier'), '');
  const mailer = opened(fileMailer({ folder: path.join(folder, 'un fichier', 'mail'), from: 'x@ml.example' }));
  expect(await mailer.send(mail)).toMatchObject({ accepted: false, permanent: false });
});
