import { expect, test } from 'vitest';
import { ownAccount, ownSessions } from '~/domain/account/account.queries.server';
import { changePassword } from '~/domain/account/change-password.server';
import { editProfile } from '~/domain/account/edit-profile.server';
import { editProfileSchema } from '~/domain/account/account.schema';
import { revokeOtherSessions, revokeSession } from '~/domain/account/revoke-session.server';
import { switchMembership } from '~/domain/account/switch-membership.server';
import { asSystem } from '~/server/db.server';
import { missionLocale } from '../../support/agencies';
import { useDatabase } from '../../support/database';
import { account, asVisitor, enter, goodPassword, meanwhile, origin, secret, visitorWith } from './people';

useDatabase();

const signedIn = async (more: Partial<Parameters<typeof account>[0]> = {}) => {
  const person = await account({ missionLocaleId: (await missionLocale()).id, ...more });
  return { ...person, ...(await enter(person.email)) };
};

test('un cookie inventé, vide, énorme ou mal formé n’ouvre rien', async () => {
  await signedIn();
  for (const cookie of ['maillage=', 'maillage=x', `maillage=${btoa(JSON.stringify('a'.repeat(43)))}`, 'maillage=%E0%A4%A', `maillage=${'A'.repeat(5000)}`, `maillage=${btoa('{"$ne":null}')}`, `maillage=${btoa('["a"]')}`]) {
    expect(await visitorWith(null, cookie)).toBeNull();
  }
  expect(await visitorWith(null)).toBeNull();
});

test('l’empreinte lue dans la base n’est pas un jeton', async () => {
  const { userId } = await signedIn();
  const [session] = await asSystem('a test reads', (db) => db.session.findMany({ where: { userId } }));
  expect(await visitorWith(session!.tokenHash)).toBeNull();
});

test('douze heures sans rien faire ferment la session ; onze, non', async () => {
  const { userId, token } = await signedIn();
  await meanwhile(`UPDATE session SET last_seen_at = now() - interval '11 hours' WHERE user_id = '${userId}'`);
  expect(await visitorWith(token)).not.toBeNull();
  const [seen] = await asSystem('a test reads', (db) => db.session.findMany({ where: { userId } }));
  expect(Date.now() - seen!.lastSeenAt.getTime()).toBeLessThan(60_000);
  await meanwhile(`UPDATE session SET last_seen_at = now() - interval '12 hours' WHERE user_id = '${userId}'`);
  expect(await visitorWith(token)).toBeNull();
});

test('au bout d’une semaine la session se ferme, même si elle a servi à l’instant', async () => {
  const { userId, token } = await signedIn();
  const [session] = await asSystem('a test reads', (db) => db.session.findMany({ where: { userId } }));
  expect(session!.expiresAt.getTime() - session!.createdAt.getTime()).toBeCloseTo(7 * 24 * 3_600_000, -4);
  await meanwhile(`UPDATE session SET expires_at = now() - interval '1 second', last_seen_at = now() WHERE user_id = '${userId}'`);
  expect(await visitorWith(token)).toBeNull();
});

test('un accès fermé ou un compte désactivé met dehors à la page suivante', async () => {
  const [left, closed] = [await signedIn(), await signedIn()];
  await meanwhile(`UPDATE membership SET ended_at = now() WHERE id = '${left.membershipId}'`);
  await meanwhile(`UPDATE user_account SET deactivated_at = now() WHERE id = '${closed.userId}'`);
  expect([await visitorWith(left.token), await visitorWith(closed.token)]).toEqual([null, null]);
});

test('un changement de rôle compte dès la page suivante', async () => {
  const { membershipId, token } = await signedIn();
  await meanwhile(`UPDATE membership SET role = 'counsellor' WHERE id = '${membershipId}'`);
  expect(await visitorWith(token)).toMatchObject({ role: 'counsellor' });
});

test('on voit ses sessions ouvertes, celle-ci d’abord, jamais celles des autres', async () => {
  const me = await signedIn();
  await enter(me.email, goodPassword, { device: 'Safari sur iPhone' });
  await signedIn();
  const sessions = await asVisitor(me.token, (ctx) => ownSessions(ctx));
  expect(sessions.map(({ device, isThisOne }) => [device, isThisOne])).toEqual([['Firefox sur Linux', true], ['Safari sur iPhone', false]]);
});

test('on déconnecte un appareil, ou tous les autres ; celui d’une autre personne n’est pas touché', async () => {
  const [me, somebody] = [await signedIn(), await signedIn()];
  const [lost, home] = [await enter(me.email), await enter(me.email)];
  const theirs = await visitorWith(somebody.token);
  const lostId = (await visitorWith(lost.token))!.sessionId;
  expect(await asVisitor(me.token, (ctx) => revokeSession(ctx, { sessionId: theirs!.sessionId }))).toBe(0);
  expect(await asVisitor(me.token, (ctx) => revokeSession(ctx, { sessionId: lostId }))).toBe(1);
  expect([await visitorWith(lost.token), await visitorWith(home.token)].map(Boolean)).toEqual([false, true]);
  expect(await asVisitor(me.token, (ctx) => revokeOtherSessions(ctx))).toBe(1);
  expect([await visitorWith(home.token), await visitorWith(me.token), await visitorWith(somebody.token)].map(Boolean)).toEqual([false, true, true]);
});

test('changer de mot de passe demande l’actuel, compte les essais, et ferme les autres sessions', async () => {
  const me = await signedIn();
  const other = await enter(me.email);
  const actor = (await visitorWith(me.token))!;
  const change = (currentPassword: string, newPassword: string) => changePassword(asSystem, secret, { ...actor, address: origin.address }, { currentPassword, newPassword });
  await expect(change('faux', 'une barque descend le fleuve')).rejects.toMatchObject({ refusal: { field: 'currentPassword' } });
  await expect(change(goodPassword, 'court')).rejects.toMatchObject({ refusal: { field: 'newPassword' } });
  await expect(change(goodPassword, goodPassword)).rejects.toThrow('déjà votre mot de passe');
  await change(goodPassword, 'une barque descend le fleuve');
  expect([await visitorWith(other.token), await visitorWith(me.token)].map(Boolean)).toEqual([false, true]);
  await expect(enter(me.email)).rejects.toThrow('incorrect');
  for (let i = 0; i < 5; i += 1) await change('faux', 'encore un autre long mot').catch(() => {});
  await expect(change('une barque descend le fleuve', 'encore un autre long mot')).rejects.toThrow('Trop d’essais');
});

test('on passe d’une agence à l’autre sans se reconnecter, et l’on y revient à la connexion suivante', async () => {
  const me = await signedIn();
  const other = await missionLocale();
  const second = await asSystem('a test adds a place', (db) => db.membership.create({ data: { userId: me.userId, missionLocaleId: other.id, role: 'counsellor' } }));
  expect((await asVisitor(me.token, ownAccount)).places.map(({ id, isCurrent }) => [id, isCurrent])).toEqual(expect.arrayContaining([[me.membershipId, true], [second.id, false]]));
  await asVisitor(me.token, (ctx) => switchMembership(ctx, { membershipId: second.id }));
  expect(await visitorWith(me.token)).toMatchObject({ missionLocaleId: other.id, role: 'counsellor' });
  expect(await visitorWith((await enter(me.email)).token)).toMatchObject({ missionLocaleId: other.id });
});

test('on ne passe pas dans une agence où l’on n’est pas, ou plus', async () => {
  const [me, somebody] = [await signedIn(), await signedIn()];
  await expect(asVisitor(me.token, (ctx) => switchMembership(ctx, { membershipId: somebody.membershipId }))).rejects.toThrow('plus accès');
  const other = await missionLocale();
  const ended = await asSystem('a test adds a place', (db) => db.membership.create({ data: { userId: me.userId, missionLocaleId: other.id, role: 'admin', endedAt: new Date() } }));
  await expect(asVisitor(me.token, (ctx) => switchMembership(ctx, { membershipId: ended.id }))).rejects.toThrow('plus accès');
});

test('on corrige son nom et son téléphone ; deux appareils ne s’écrasent pas', async () => {
  const me = await signedIn();
  const before = await asVisitor(me.token, ownAccount);
  const was = JSON.stringify({ firstName: before.firstName, lastName: before.lastName, phone: before.phone });
  const edit = (fields: object) => asVisitor(me.token, (ctx) => editProfile(ctx, editProfileSchema.parse({ version: String(before.version), was, firstName: before.firstName, lastName: before.lastName, phone: before.phone, ...fields })));
  await edit({ phone: '05.36.49.12.34' });
  await edit({ lastName: 'Durand-Essai' });
  expect(await asVisitor(me.token, ownAccount)).toMatchObject({ lastName: 'Durand-Essai', phone: '05 36 49 12 34' });
  await expect(edit({ phone: '05 36 49 99 99' })).rejects.toMatchObject({ refusal: { kind: 'stale' } });
});
