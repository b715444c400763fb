import { expect, test } from 'vitest';
import type { Delivery, Mail, Mailer } from '~/adapters/mailer/mailer';
import { acceptInvitation } from '~/domain/account/accept-invitation.server';
import { inviteMember } from '~/domain/account/invite-member.server';
import { endMembership } from '~/domain/account/end-membership.server';
import { forgetOldTraces } from '~/domain/account/forget-old-traces.server';
import { changePassword } from '~/domain/account/change-password.server';
import { issueToken, withTokens } from '~/domain/account/one-time-token.server';
import { readInvitation, readResetLink } from '~/domain/account/read-link.server';
import { requestPasswordReset } from '~/domain/account/request-password-reset.server';
import { resetPassword } from '~/domain/account/reset-password.server';
import { writeInvitation } from '~/jobs/mail-invitation.server';
import { writePasswordChanged } from '~/jobs/mail-password-changed.server';
import { writePasswordReset } from '~/jobs/mail-password-reset.server';
import { sendMail } from '~/jobs/mail-send.server';
import { reactions } from '~/jobs/reactions.server';
import { tasks } from '~/jobs/tasks.server';
import { asSystem } from '~/server/db.server';
import { missionLocale } from '../../support/agencies';
import { useDatabase } from '../../support/database';
import { account, goodPassword, meanwhile, secret } from './people';

useDatabase();

let last = 0;
const guest = (email = `courriel.${(last += 1)}@ml.example`) => ({ email, firstName: 'Zoé', lastName: 'Martin', role: 'officer' as const, siteId: null });
const read = <T>(work: Parameters<typeof asSystem<T>>[1]) => asSystem('a test reads', work);

/** The payload of the job that follows the latest event of a kind, as the outbox makes it. */
async function latest(type: string) {
  const event = await read((db) => db.outboxEvent.findFirstOrThrow({ where: { type }, orderBy: { id: 'desc' } }));
  return { ...(event.payload as object), eventId: event.id, missionLocaleId: event.missionLocaleId, actorId: event.actorId };
}

/** The other end of the line, which answers as told. */
function correspondent(...answers: Delivery[]): Mailer & { got: Mail[] } {
  const got: Mail[] = [];
  return { got, close: () => {}, send: async (mail) => (got.push(mail), answers.length > 1 ? answers.shift()! : answers[0]!) };
}
const yes: Delivery = { accepted: true };
const later: Delivery = { accepted: false, permanent: false, reason: 'Le serveur du destinataire demande d’attendre : 451' };
const never: Delivery = { accepted: false, permanent: true, reason: 'Le serveur du destinataire refuse ce message : 550' };
const try1 = { isLastAttempt: false };

const linkIn = (text: string, place: string) => new RegExp(`/${place}/([\\w-]+)`).exec(text)?.[1] ?? '';
const mailTo = (recipient: string) => read((db) => db.mailMessage.findFirst({ where: { recipient }, orderBy: { createdAt: 'desc' } }));

test('une invitation part : un message, un lien qui ouvre, puis le contenu est oublié', async () => {
  const ml = await missionLocale();
  const one = guest();
  await ml.as('admin').do(inviteMember, one);
  await writeInvitation(await latest('user.invited'));
  const queued = (await mailTo(one.email))!;
  expect(queued).toMatchObject({ state: 'queued', template: 'invitation', missionLocaleId: ml.id, subject: `Votre accès à Maillage · ${ml.name}` });
  expect(queued.text).toContain('Camille Essai');

  const line = correspondent(yes);
  await sendMail(await latest('mail.queued'), try1, line);
  const token = linkIn(line.got[0]!.text, 'invitation');
  expect(line.got[0]).toMatchObject({ to: one.email, messageId: expect.stringContaining(queued.id) });
  expect(line.got[0]!.html).toContain(`/invitation/${token}`);
  expect(await readInvitation(asSystem, token)).toMatchObject({ email: one.email, place: ml.name });
  // What waited in the database was not the link.
  expect(queued.html + queued.text).not.toContain(token);
  expect(await mailTo(one.email)).toMatchObject({ state: 'sent', html: '', text: '', problem: null, attempts: 1 });
});

test('la même tâche deux fois n’écrit ni n’envoie deux messages', async () => {
  const ml = await missionLocale();
  const one = guest();
  await ml.as('admin').do(inviteMember, one);
  const payload = await latest('user.invited');
  await writeInvitation(payload);
  await writeInvitation(payload);
  expect(await read((db) => db.mailMessage.count({ where: { recipient: one.email } }))).toBe(1);
  const line = correspondent(yes);
  const send = await latest('mail.queued');
  await sendMail(send, try1, line);
  await sendMail(send, try1, line);
  expect(line.got).toHaveLength(1);
});

test('un accès fermé avant l’envoi n’est pas annoncé', async () => {
  const ml = await missionLocale();
  const one = guest();
  const { membershipId } = await ml.as('admin').do(inviteMember, one);
  await ml.as('admin').do(endMembership, { membershipId });
  await writeInvitation(await latest('user.invited'));
  expect(await mailTo(one.email)).toBeNull();
});

test('à qui a déjà un compte, on annonce un accès de plus, sans lien secret', async () => {
  const [here, there] = [await missionLocale(), await missionLocale()];
  const person = await account({ missionLocaleId: there.id });
  await here.as('admin').do(inviteMember, guest(person.email));
  await writeInvitation(await latest('user.invited'));
  expect(await mailTo(person.email)).toMatchObject({ template: 'membership-added', text: expect.stringContaining('/connexion') });
  expect(await read((db) => db.oneTimeToken.count({ where: { userId: person.userId } }))).toBe(0);
});

test('un mot de passe oublié part à son propriétaire, avec un lien qui ouvre', async () => {
  const person = await account({ missionLocaleId: (await missionLocale()).id });
  await requestPasswordReset(asSystem, secret, { email: person.email }, { address: '192.0.2.90' });
  await writePasswordReset(await latest('password.resetRequested'));
  const line = correspondent(yes);
  await sendMail(await latest('mail.queued'), try1, line);
  expect(line.got[0]!.to).toBe(person.email);
  expect(await readResetLink(asSystem, linkIn(line.got[0]!.text, 'mot-de-passe'))).toEqual({ email: person.email });
});

test.each(['par le profil', 'par le lien d’un courriel'])('un mot de passe changé %s se dit à son propriétaire, avec ce qu’il faut faire si ce n’est pas lui', async (way) => {
  const person = await account({ missionLocaleId: (await missionLocale()).id });
  const newPassword = 'une barque descend le fleuve';
  if (way === 'par le profil') {
    const oneself = { userId: person.userId, sessionId: crypto.randomUUID(), email: person.email, firstName: 'Zoé', lastName: 'Martin', address: '192.0.2.91' };
    await changePassword(asSystem, secret, oneself, { currentPassword: goodPassword, newPassword });
  } else {
    const token = withTokens(await read((db) => issueToken(db, secret, { purpose: 'passwordReset', userId: person.userId })), secret);
    await resetPassword(asSystem, secret, { token, password: newPassword });
  }
  const event = await latest('password.changed');
  expect(event).toMatchObject({ userId: person.userId });
  expect(reactions['password.changed']!.map((task) => tasks[task].work)).toEqual([writePasswordChanged]);
  await writePasswordChanged(event);
  await writePasswordChanged(event);
  const line = correspondent(yes);
  await sendMail(await latest('mail.queued'), try1, line);
  expect(line.got).toHaveLength(1);
  expect(line.got[0]).toMatchObject({ to: person.email, subject: 'Votre mot de passe a changé · Maillage' });
  expect(line.got[0]!.text).toMatch(/a été changé le \d.*Ce n’était pas vous\s\?.*\/mot-de-passe-oublie/s);
  expect(line.got[0]!.text).not.toContain(newPassword);
});

test('le premier mot de passe, choisi par une invitation, n’est pas annoncé', async () => {
  const ml = await missionLocale();
  const one = guest();
  await ml.as('admin').do(inviteMember, one);
  const { id: userId } = await read((db) => db.user.findUniqueOrThrow({ where: { email: one.email } }));
  const token = withTokens(await read((db) => issueToken(db, secret, { purpose: 'invitation', userId })), secret);
  await acceptInvitation(asSystem, token, { firstName: 'Zoé', lastName: 'Martin', password: 'une barque descend le fleuve' }, 'Firefox');
  expect(await read((db) => db.outboxEvent.count({ where: { type: 'password.changed', payload: { path: ['userId'], equals: userId } } }))).toBe(0);
});

test('« pas maintenant » se dit, se réessaie avec le même numéro de message, et finit par partir', async () => {
  const ml = await missionLocale();
  const one = guest();
  await ml.as('admin').do(inviteMember, one);
  await writeInvitation(await latest('user.invited'));
  const line = correspondent(later, yes);
  const send = await latest('mail.queued');
  await expect(sendMail(send, try1, line)).rejects.toThrow('451');
  expect(await mailTo(one.email)).toMatchObject({ state: 'queued', attempts: 1, problem: later.accepted ? '' : later.reason });
  await sendMail(send, try1, line);
  expect(await mailTo(one.email)).toMatchObject({ state: 'sent', attempts: 2, problem: null });
  expect(line.got[0]).toEqual(line.got[1]);
});

test('« jamais » est écrit et gardé, sans réessayer ; la dixième fois qu’il faut attendre aussi', async () => {
  const ml = await missionLocale();
  const [refused, worn] = [guest(), guest()];
  await ml.as('admin').do(inviteMember, refused);
  await writeInvitation(await latest('user.invited'));
  const line = correspondent(never);
  const send = await latest('mail.queued');
  await sendMail(send, try1, line);
  await sendMail(send, try1, line);
  expect(line.got).toHaveLength(1);
  const kept = (await mailTo(refused.email))!;
  expect(kept).toMatchObject({ state: 'refused', problem: 'Le serveur du destinataire refuse ce message : 550' });
  expect(kept.html).not.toBe('');

  await ml.as('admin').do(inviteMember, worn);
  await writeInvitation(await latest('user.invited'));
  await expect(sendMail(await latest('mail.queued'), { isLastAttempt: true }, correspondent(later))).rejects.toThrow('451');
  expect(await mailTo(worn.email)).toMatchObject({ state: 'refused' });
});

test('les traces de connexion s’oublient à leur heure', async () => {
  const person = await account({ missionLocaleId: (await missionLocale()).id });
  await meanwhile(`INSERT INTO login_failure (key_hash, at) VALUES ('old', now() - interval '25 hours'), ('young', now() - interval '23 hours')`);
  await meanwhile(`INSERT INTO session (token_hash, user_id, expires_at, revoked_at) VALUES ('old', '${person.userId}', now() - interval '91 days', NULL), ('ended', '${person.userId}', now() + interval '1 day', now() - interval '91 days'), ('young', '${person.userId}', now() - interval '89 days', NULL)`);
  await meanwhile(`INSERT INTO mail_message (mission_locale_id, recipient, template, subject, html, text, state, sent_at) VALUES (NULL, 'old', 't', 's', '', '', 'sent', now() - interval '91 days'), (NULL, 'refused', 't', 's', '', '', 'refused', NULL)`);
  await read(forgetOldTraces);
  expect((await read((db) => db.loginFailure.findMany({ where: { keyHash: { in: ['old', 'young'] } } }))).map(({ keyHash }) => keyHash)).toEqual(['young']);
  expect((await read((db) => db.session.findMany({ where: { userId: person.userId } }))).map(({ tokenHash }) => tokenHash)).toEqual(['young']);
  expect((await read((db) => db.mailMessage.findMany({ where: { recipient: { in: ['old', 'refused'] } } }))).map(({ recipient }) => recipient)).toEqual(['refused']);
});
