import { expect, test } from 'vitest';
import { changeRole } from '~/domain/account/change-role.server';
import { endMembership } from '~/domain/account/end-membership.server';
import { inviteMember } from '~/domain/account/invite-member.server';
import { reopenMembership } from '~/domain/account/reopen-membership.server';
import { resendInvitation } from '~/domain/account/resend-invitation.server';
import { asSystem } from '~/server/db.server';
import { missionLocale } from '../../support/agencies';
import { useDatabase } from '../../support/database';
import { account, enter, meanwhile, visitorWith } from './people';

useDatabase();

let last = 0;
const guest = (more = {}) => ({ email: `membre.${(last += 1)}@ml.example`, firstName: 'Zoé', lastName: 'Martin', role: 'officer' as const, siteId: null, ...more });
const read = <T>(work: Parameters<typeof asSystem<T>>[1]) => asSystem('a test reads', work);
const membershipOf = (id: string) => read((db) => db.membership.findUniqueOrThrow({ where: { id }, include: { user: true } }));
const eventsOf = (membershipId: string) => read((db) => db.outboxEvent.findMany({ where: { type: 'user.invited', payload: { path: ['membershipId'], equals: membershipId } } }));

test('inviter crée le compte, sa place dans l’agence, et un évènement sans rien de personnel', async () => {
  const ml = await missionLocale();
  const { membershipId } = await ml.as('admin').do(inviteMember, guest({ role: 'counsellor' }));
  expect(await membershipOf(membershipId)).toMatchObject({ role: 'counsellor', missionLocaleId: ml.id, endedAt: null, user: { firstName: 'Zoé' } });
  const [event] = await eventsOf(membershipId);
  expect(event).toMatchObject({ missionLocaleId: ml.id, actorId: (await ml.person('admin')).userId });
  expect(Object.keys(event!.payload as object).sort()).toEqual(['membershipId', 'userId']);
});

test('inviter quelqu’un qui travaille ailleurs lui ajoute une place, sans toucher à son nom ni à son compte', async () => {
  const [here, there] = [await missionLocale(), await missionLocale()];
  const person = await account({ missionLocaleId: there.id });
  const { membershipId } = await here.as('admin').do(inviteMember, guest({ email: person.email, firstName: 'Autre', lastName: 'Nom' }));
  expect(await membershipOf(membershipId)).toMatchObject({ userId: person.userId, user: { firstName: 'Camille', lastName: 'Essai' } });
  await expect(enter(person.email)).resolves.toBeTruthy();
});

test('on n’invite pas deux fois la même personne, même au même instant', async () => {
  const ml = await missionLocale();
  const one = guest();
  const admin = ml.as('admin');
  await admin.actor();
  const answers = await Promise.allSettled([admin.do(inviteMember, one), admin.do(inviteMember, one), admin.do(inviteMember, one)]);
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  await expect(admin.do(inviteMember, one)).rejects.toMatchObject({ refusal: { field: 'email' }, message: 'Cette personne a déjà un accès à votre agence.' });
  expect(await read((db) => db.membership.count({ where: { user: { email: one.email } } }))).toBe(1);
});

test('inviter quelqu’un qui était parti rouvre sa place, avec le nouveau rôle', async () => {
  const ml = await missionLocale();
  const one = guest();
  const { membershipId } = await ml.as('admin').do(inviteMember, one);
  await ml.as('admin').do(endMembership, { membershipId });
  expect(await ml.as('admin').do(inviteMember, { ...one, role: 'manager' })).toEqual({ membershipId });
  expect(await membershipOf(membershipId)).toMatchObject({ role: 'manager', endedAt: null });
});

test('le site choisi est un site ouvert de l’agence', async () => {
  const [ml, other] = [await missionLocale(), await missionLocale()];
  const [theirs, closed, open] = await read((db) =>
    Promise.all([
      db.site.create({ data: { name: 'Ailleurs', missionLocaleId: other.id } }),
      db.site.create({ data: { name: 'Fermé', missionLocaleId: ml.id, closedAt: new Date() } }),
      db.site.create({ data: { name: 'Ouvert', missionLocaleId: ml.id } }),
    ]),
  );
  for (const site of [theirs, closed]) await expect(ml.as('admin').do(inviteMember, guest({ siteId: site.id }))).rejects.toMatchObject({ refusal: { field: 'siteId' } });
  const { membershipId } = await ml.as('admin').do(inviteMember, guest({ siteId: open.id }));
  await ml.as('admin').do(changeRole, { membershipId, role: 'manager' });
  expect(await membershipOf(membershipId)).toMatchObject({ role: 'manager', siteId: open.id });
  await ml.as('admin').do(changeRole, { membershipId, role: 'manager', siteId: null });
  expect(await membershipOf(membershipId)).toMatchObject({ siteId: null });
});

test('on ne touche pas aux membres d’une autre agence, même de la sienne quand on travaille aussi là-bas', async () => {
  const [here, there] = [await missionLocale(), await missionLocale()];
  const theirs = await account({ missionLocaleId: there.id });
  const admin = await here.person('admin');
  const ownThere = await read((db) => db.membership.create({ data: { userId: admin.userId, missionLocaleId: there.id, role: 'officer' } }));
  for (const membershipId of [theirs.membershipId, ownThere.id, crypto.randomUUID()]) {
    await expect(here.as('admin').do(endMembership, { membershipId })).rejects.toThrow('ne fait pas partie');
    await expect(here.as('admin').do(changeRole, { membershipId, role: 'admin' })).rejects.toThrow('ne fait pas partie');
    await expect(here.as('admin').do(resendInvitation, { membershipId })).rejects.toThrow('ne fait pas partie');
    await expect(here.as('admin').do(reopenMembership, { membershipId })).rejects.toThrow('ne fait pas partie');
  }
});

test('fermer un accès met dehors tout de suite, ici et nulle part ailleurs ; le rouvrir redonne le même rôle', async () => {
  const [ml, other] = [await missionLocale(), await missionLocale()];
  const person = await account({ missionLocaleId: ml.id });
  const { token } = await enter(person.email);
  await ml.as('admin').do(endMembership, { membershipId: person.membershipId });
  expect(await visitorWith(token)).toBeNull();
  await expect(enter(person.email)).rejects.toThrow('incorrect');
  await read((db) => db.membership.create({ data: { userId: person.userId, missionLocaleId: other.id, role: 'officer' } }));
  expect(await visitorWith((await enter(person.email)).token)).toMatchObject({ missionLocaleId: other.id });
  await ml.as('admin').do(reopenMembership, { membershipId: person.membershipId });
  expect(await membershipOf(person.membershipId)).toMatchObject({ role: 'officer', endedAt: null });
});

test('fermer l’accès d’une personne invitée rend son lien inutile', async () => {
  const ml = await missionLocale();
  const { membershipId } = await ml.as('admin').do(inviteMember, guest());
  const { userId } = await membershipOf(membershipId);
  await read((db) => db.oneTimeToken.create({ data: { purpose: 'invitation', userId, tokenHash: 'x'.repeat(64), expiresAt: new Date(Date.now() + 1e6) } }));
  await ml.as('admin').do(endMembership, { membershipId });
  expect(await read((db) => db.oneTimeToken.count({ where: { userId } }))).toBe(0);
});

test('la dernière personne qui administre ne peut ni partir ni changer de rôle', async () => {
  const ml = await missionLocale();
  const { membershipId } = await ml.person('admin');
  await expect(ml.as('admin').do(endMembership, { membershipId })).rejects.toThrow('la seule personne qui administre');
  await expect(ml.as('admin').do(changeRole, { membershipId, role: 'officer' })).rejects.toThrow('la seule personne qui administre');
  const second = await ml.another('admin');
  await meanwhile(`UPDATE user_account SET deactivated_at = now() WHERE id = '${second.userId}'`);
  await expect(ml.as('admin').do(endMembership, { membershipId })).rejects.toThrow('la seule personne qui administre');
});

test('deux personnes qui administrent ne peuvent pas se faire partir l’une l’autre au même instant', async () => {
  const ml = await missionLocale();
  const [one, two] = [await ml.person('admin'), await ml.another('admin')];
  const answers = await Promise.allSettled([one, two].map(({ membershipId }) => ml.as('admin').do(endMembership, { membershipId })));
  expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await read((db) => db.membership.count({ where: { missionLocaleId: ml.id, role: 'admin', endedAt: null } }))).toBe(1);
});

test('deux changements de rôle depuis la même page : le second est averti', async () => {
  const ml = await missionLocale();
  const { membershipId } = await ml.as('admin').do(inviteMember, guest());
  const { version } = await membershipOf(membershipId);
  await ml.as('admin').do(changeRole, { membershipId, role: 'manager', version });
  await expect(ml.as('admin').do(changeRole, { membershipId, role: 'counsellor', version })).rejects.toMatchObject({ refusal: { kind: 'stale' } });
});

test('on renvoie une invitation après cinq minutes, et jamais à qui a déjà un mot de passe', async () => {
  const ml = await missionLocale();
  const { membershipId } = await ml.as('admin').do(inviteMember, guest());
  const { userId } = await membershipOf(membershipId);
  await read((db) => db.oneTimeToken.create({ data: { purpose: 'invitation', userId, tokenHash: crypto.randomUUID(), expiresAt: new Date(Date.now() + 1e6) } }));
  await expect(ml.as('admin').do(resendInvitation, { membershipId })).rejects.toThrow('vient de partir');
  await meanwhile(`UPDATE one_time_token SET created_at = now() - interval '5 minutes 1 second' WHERE user_id = '${userId}'`);
  await ml.as('admin').do(resendInvitation, { membershipId });
  expect(await eventsOf(membershipId)).toHaveLength(2);
  const member = await account({ missionLocaleId: ml.id });
  await expect(ml.as('admin').do(resendInvitation, { membershipId: member.membershipId })).rejects.toThrow('déjà choisi son mot de passe');
});
