import { expect, test } from 'vitest';
import { acceptInvitation } from '~/domain/account/accept-invitation.server';
import { inviteMember } from '~/domain/account/invite-member.server';
import { issueToken, withTokens } from '~/domain/account/one-time-token.server';
import { readInvitation, readResetLink } from '~/domain/account/read-link.server';
import { requestPasswordReset } from '~/domain/account/request-password-reset.server';
import { resetPassword } from '~/domain/account/reset-password.server';
import { asSystem } from '~/server/db.server';
import { missionLocale } from '../../support/agencies';
import { useDatabase } from '../../support/database';
import { account, enter, goodPassword, meanwhile, origin, secret, visitorWith } from './people';

useDatabase();

const newPassword = 'une barque descend le fleuve';
const linkFor = async (purpose: 'invitation' | 'passwordReset', userId: string) => withTokens(await asSystem('a test issues a link', (db) => issueToken(db, secret, { purpose, userId })), secret);
const person = async () => account({ missionLocaleId: (await missionLocale()).id });
const reset = (token: string, password = newPassword) => resetPassword(asSystem, secret, { token, password });

async function invited() {
  const ml = await missionLocale();
  const email = `invitee.${crypto.randomUUID().slice(0, 8)}@ml.example`;
  await ml.as('admin').do(inviteMember, { email, firstName: 'Zoe', lastName: 'Martin', role: 'counsellor', siteId: null });
  const { id: userId } = await asSystem('a test reads', (db) => db.user.findUniqueOrThrow({ where: { email } }));
  return { ml, email, userId, token: await linkFor('invitation', userId) };
}
const accept = (token: string, more = {}) => acceptInvitation(asSystem, token, { firstName: 'Zoé', lastName: 'Martin', password: newPassword, ...more }, 'Firefox sur Linux');

test('le lien change le mot de passe, une fois, et ferme toutes les sessions', async () => {
  const { email, userId } = await person();
  const { token: open } = await enter(email);
  const link = await linkFor('passwordReset', userId);
  await reset(link);
  expect(await visitorWith(open)).toBeNull();
  await expect(enter(email)).rejects.toThrow('incorrect');
  await expect(enter(email, newPassword)).resolves.toBeTruthy();
  await expect(reset(link, 'encore une autre longue phrase')).rejects.toThrow('déjà servi');
  await expect(enter(email, newPassword)).resolves.toBeTruthy();
});

test('ouvrir le lien ne l’use pas ; un mot de passe refusé non plus', async () => {
  const { userId, email } = await person();
  const link = await linkFor('passwordReset', userId);
  expect(await readResetLink(asSystem, link)).toEqual({ email });
  await expect(reset(link, 'court')).rejects.toMatchObject({ refusal: { field: 'password' } });
  expect(await readResetLink(asSystem, link)).toEqual({ email });
  await reset(link);
  expect(await readResetLink(asSystem, link)).toBeNull();
});

test('de deux personnes qui utilisent le même lien au même instant, une seule y arrive', async () => {
  const { userId, email } = await person();
  const link = await linkFor('passwordReset', userId);
  const passwords = ['la première longue phrase', 'la seconde longue phrase'];
  const answers = await Promise.allSettled(passwords.map((password) => reset(link, password)));
  expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const winner = passwords[answers.findIndex(({ status }) => status === 'fulfilled')]!;
  await expect(enter(email, winner)).resolves.toBeTruthy();
});

test('un lien de mot de passe sert deux heures, une invitation sept jours', async () => {
  const { userId } = await person();
  const guest = await invited();
  const link = await linkFor('passwordReset', userId);
  await meanwhile(`UPDATE one_time_token SET expires_at = expires_at - interval '119 minutes'`);
  expect([await readResetLink(asSystem, link), await readInvitation(asSystem, guest.token)].map(Boolean)).toEqual([true, true]);
  await meanwhile(`UPDATE one_time_token SET expires_at = expires_at - interval '1 minute'`);
  expect([await readResetLink(asSystem, link), await readInvitation(asSystem, guest.token)].map(Boolean)).toEqual([false, true]);
  await expect(reset(link)).rejects.toThrow('déjà servi');
  await meanwhile(`UPDATE one_time_token SET expires_at = expires_at - interval '7 days'`);
  await expect(accept(guest.token)).rejects.toThrow('déjà servi');
});

test('un nouveau lien remplace l’ancien', async () => {
  const { userId } = await person();
  const [first, second] = [await linkFor('passwordReset', userId), await linkFor('passwordReset', userId)];
  expect([await readResetLink(asSystem, first), await readResetLink(asSystem, second)].map(Boolean)).toEqual([false, true]);
});

test('un lien de mot de passe n’est pas une invitation, ni l’inverse', async () => {
  const { userId } = await person();
  const guest = await invited();
  expect(await readInvitation(asSystem, await linkFor('passwordReset', userId))).toBeNull();
  await expect(reset(guest.token)).rejects.toThrow('déjà servi');
});

test('la base ne contient aucun lien utilisable, ni ce qui permettrait de le refaire', async () => {
  const { userId } = await person();
  const link = await linkFor('passwordReset', userId);
  const [row] = await asSystem('a test reads', (db) => db.oneTimeToken.findMany({ where: { userId } }));
  for (const guess of [row!.id, row!.tokenHash, `jeton-${row!.id}`, withTokens(`jeton-${row!.id}`, 'another secret, of another installation')]) expect(await readResetLink(asSystem, guess)).toBeNull();
  expect(JSON.stringify(row)).not.toContain(link);
});

test('un compte fermé ou sans accès ne change pas de mot de passe par un lien', async () => {
  const [closed, gone] = [await person(), await person()];
  const links = [await linkFor('passwordReset', closed.userId), await linkFor('passwordReset', gone.userId)];
  await meanwhile(`UPDATE user_account SET deactivated_at = now() WHERE id = '${closed.userId}'`);
  await meanwhile(`UPDATE membership SET ended_at = now() WHERE id = '${gone.membershipId}'`);
  for (const link of links) await expect(reset(link)).rejects.toThrow('déjà servi');
});

test('le lien remet à zéro les essais de son compte : une boîte aux lettres vaut preuve', async () => {
  const { email, userId } = await person();
  for (let i = 0; i < 5; i += 1) await enter(email, 'faux', { address: `203.0.113.${i}` }).catch(() => {});
  await reset(await linkFor('passwordReset', userId));
  await expect(enter(email, newPassword, { address: '203.0.113.50' })).resolves.toBeTruthy();
});

test('demander un lien répond pareil, en même temps, que le compte existe ou non', async () => {
  const { email, userId } = await person();
  const ask = async (asked: string) => {
    const from = performance.now();
    const answer = await requestPasswordReset(asSystem, secret, { email: asked }, { address: '192.0.2.55' });
    return { answer, ms: performance.now() - from };
  };
  const [known, unknown] = [await ask(email), await ask('personne@ml.example')];
  expect(known.answer).toEqual(unknown.answer);
  expect(Math.min(known.ms, unknown.ms)).toBeGreaterThanOrEqual(290);
  const events = await asSystem('a test reads', (db) => db.outboxEvent.findMany({ where: { type: 'password.resetRequested' } }));
  expect(events.map(({ payload }) => payload)).toEqual([{ userId }]);
});

test('à la quatrième demande dans l’heure on attend, que le compte existe ou non', async () => {
  const { email } = await person();
  for (const asked of [email, 'fantome@ml.example']) {
    const ask = (i: number) => requestPasswordReset(asSystem, secret, { email: asked }, { address: `198.51.100.${i}` });
    for (let i = 0; i < 3; i += 1) await ask(i);
    await expect(ask(9)).rejects.toThrow(/Réessayez dans 60 minutes/);
  }
});

test('l’invitation fait entrer, avec le nom que la personne corrige elle-même', async () => {
  const { ml, email, token } = await invited();
  expect(await readInvitation(asSystem, token)).toEqual({ email, firstName: 'Zoe', lastName: 'Martin', place: ml.name });
  const session = await accept(token);
  expect(await visitorWith(session.token)).toMatchObject({ email, firstName: 'Zoé', role: 'counsellor', missionLocaleId: ml.id });
  await expect(enter(email, newPassword)).resolves.toBeTruthy();
  await expect(accept(token)).rejects.toThrow('déjà servi');
});

test('deux acceptations au même instant : une seule session s’ouvre', async () => {
  const { token, userId } = await invited();
  const answers = await Promise.allSettled([accept(token), accept(token)]);
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await asSystem('a test reads', (db) => db.session.count({ where: { userId } }))).toBe(1);
});

test('un lien inventé ne fait entrer personne', async () => {
  for (const token of ['', 'x', 'a'.repeat(43), "' OR 1=1 --", '\u0000']) {
    expect(await readInvitation(asSystem, token)).toBeNull();
    await expect(accept(token)).rejects.toThrow('déjà servi');
  }
  await expect(enter('personne@ml.example', goodPassword, origin)).rejects.toThrow();
});
