import { expect, test } from 'vitest';
import { inviteMember } from '~/domain/account/invite-member.server';
import { closeAccess, handOverLeftovers } from '~/domain/agency/close-access.server';
import { heldInWords } from '~/domain/agency/held';
import { heldBy, possibleSuccessors } from '~/domain/agency/handover.server';
import { getMember, listMembers } from '~/domain/agency/list-members.server';
import { addOffer } from '~/domain/offer/add-offer.server';
import { savedSearches, saveSearch } from '~/domain/offer/alert/saved-searches.server';
import { addPartner } from '~/domain/partner/add-partner.server';
import { noFilters } from '~/domain/partner/list/filters';
import { handoverReport } from '~/domain/portfolio/handover.queries.server';
import { saveList } from '~/domain/saved-list/save-list.server';
import { savedLists } from '~/domain/saved-list/saved-lists.queries.server';
import { addTask } from '~/domain/task/add-task.server';
import { asSystem } from '~/server/db.server';
import { acting, missionLocale } from '../../support/agencies';
import { useDatabase } from '../../support/database';

useDatabase();

/** An officer in charge of two partners, a colleague, and the administrator. */
async function agencyWithPortfolio() {
  const ml = await missionLocale();
  const [officer, colleague, admin] = [await ml.person('officer'), await ml.another('officer'), ml.as('admin')];
  await admin.actor();
  for (const name of ['Garage du Pic', 'Fournil du Val']) await ml.as('officer').do(addPartner, { name, kindCode: 'entreprise', officerId: officer.userId });
  const inCharge = () => admin.run((ctx) => ctx.db.partnership.findMany({ select: { officerId: true } }).then((rows) => rows.map(({ officerId }) => officerId)));
  return { ml, officer, colleague, admin, inCharge };
}

test('everybody of the agency is listed with what they hold, and nobody else', async () => {
  const { officer, admin } = await agencyWithPortfolio();
  const { membershipId } = await admin.do(inviteMember, { email: `invitee.${officer.userId}@essais.example`, firstName: 'Inès', lastName: 'Aubert', role: 'counsellor', siteId: null });
  const members = await admin.run((ctx) => listMembers(ctx));
  expect(members).toHaveLength(4);
  expect(members.find((member) => member.userId === officer.userId)).toMatchObject({ holds: 2 });
  expect(await admin.run((ctx) => getMember(ctx, membershipId))).toMatchObject({ firstName: 'Inès', state: 'invited', lastSeenAt: null });
});

test('an agency that invites somebody learns nothing of when they work for another one', async () => {
  const [here, elsewhere] = [await missionLocale(), await missionLocale()];
  const busy = await elsewhere.person('officer');
  const seenAt = new Date('2026-11-20T08:00:00Z');
  await asSystem('a test: somebody was here', (db) => db.user.updateMany({ where: { id: busy.userId }, data: { lastSeenAt: seenAt } }));
  expect(await elsewhere.as('admin').run((ctx) => getMember(ctx, busy.membershipId))).toMatchObject({ lastSeenAt: seenAt });
  const { membershipId } = await here.as('admin').do(inviteMember, { email: busy.email, firstName: 'X', lastName: 'Y', role: 'counsellor', siteId: null });
  expect(await here.as('admin').run((ctx) => getMember(ctx, membershipId))).toMatchObject({ userId: busy.userId, lastSeenAt: null });
});

test('closing an access hands over the portfolio in the same gesture', async () => {
  const { officer, colleague, admin, inCharge } = await agencyWithPortfolio();
  expect(await admin.run((ctx) => heldBy(ctx, officer.userId))).toEqual({ total: 2, stages: [{ stage: 'prospect', count: 2 }], tasks: 0, lists: 0, personalLists: 0, searches: 0, drafts: 0 });
  expect((await admin.run((ctx) => possibleSuccessors(ctx, officer.userId))).map(({ id }) => id)).toContain(colleague.userId);
  expect(await admin.do(closeAccess, { membershipId: officer.membershipId, successorId: colleague.userId, expected: 2, withLists: false, withSearches: false })).toMatchObject({ handed: 2, handoverId: expect.any(String) });
  expect(await inCharge()).toEqual([colleague.userId, colleague.userId]);
  expect(await admin.run((ctx) => getMember(ctx, officer.membershipId))).toMatchObject({ state: 'closed', holds: 0 });
});

test('or leaves it without anybody in charge', async () => {
  const { officer, admin, inCharge } = await agencyWithPortfolio();
  await admin.do(closeAccess, { membershipId: officer.membershipId, successorId: null, expected: 2, withLists: false, withSearches: false });
  expect(await inCharge()).toEqual([null, null]);
});

test('a portfolio that grew since the preview stops everything: nothing is half done', async () => {
  const { ml, officer, colleague, admin, inCharge } = await agencyWithPortfolio();
  await ml.as('officer').do(addPartner, { name: 'Trois Gaves', kindCode: 'association', officerId: officer.userId });
  await expect(admin.do(closeAccess, { membershipId: officer.membershipId, successorId: colleague.userId, expected: 2, withLists: false, withSearches: false })).rejects.toThrow('suit maintenant 3 partenaires');
  expect(await inCharge()).toEqual([officer.userId, officer.userId, officer.userId]);
  expect(await admin.run((ctx) => getMember(ctx, officer.membershipId))).not.toMatchObject({ state: 'closed' });
});

test('a successor works here today, and is somebody else', async () => {
  const { officer, admin } = await agencyWithPortfolio();
  const stranger = await (await missionLocale()).person('officer');
  for (const successorId of [stranger.userId, officer.userId]) {
    await expect(admin.do(closeAccess, { membershipId: officer.membershipId, successorId, expected: 2, withLists: false, withSearches: false })).rejects.toMatchObject({ refusal: { kind: 'invalid', field: 'successorId' } });
  }
});

test('neither oneself nor somebody of another agency', async () => {
  const { admin, officer } = await agencyWithPortfolio();
  const me = await admin.actor();
  await expect(admin.do(closeAccess, { membershipId: me.membershipId, successorId: null, expected: 0, withLists: false, withSearches: false })).rejects.toThrow('votre propre accès');
  const other = await missionLocale();
  await expect(other.as('admin').do(closeAccess, { membershipId: officer.membershipId, successorId: null, expected: 2, withLists: false, withSearches: false })).rejects.toMatchObject({ refusal: { kind: 'notFound' } });
  await expect(other.as('admin').run((ctx) => getMember(ctx, officer.membershipId))).rejects.toMatchObject({ refusal: { kind: 'notFound' } });
});

/** The officer of two partners has a task, a shared list and one of their own, a search with its alert, an offer begun. */
async function officerWithEverything() {
  const agency = await agencyWithPortfolio();
  const { ml, officer, colleague } = agency;
  const theirs = ml.as('officer');
  await theirs.do(addTask, { partnershipId: null, title: 'Ranger les cartes', dueOn: '2027-01-04' });
  await theirs.do(saveList, { name: 'Boulangers', filters: { ...noFilters, q: 'four' }, isShared: true });
  await theirs.do(saveList, { name: 'Mes difficiles', filters: { ...noFilters, q: 'pic' }, isShared: false });
  await theirs.do(saveSearch, { name: 'Cuisine', address: 'q=cuisine', byMail: true });
  await theirs.do(addOffer, { kind: 'job', title: 'Commis' } as never);
  const next = acting(async () => colleague);
  const close = (more: Partial<Parameters<typeof closeAccess>[1]> = {}) => agency.admin.do(closeAccess, { membershipId: officer.membershipId, successorId: colleague.userId, expected: 2, withLists: true, withSearches: true, ...more });
  const held = () => agency.admin.run((ctx) => heldBy(ctx, officer.userId));
  return { ...agency, next, close, held };
}

test('everything that somebody holds is told before their access closes, what only they see by its number', async () => {
  const { held } = await officerWithEverything();
  expect(await held()).toMatchObject({ total: 2, tasks: 1, lists: 2, personalLists: 1, searches: 1, drafts: 1 });
  expect(heldInWords(await held()).map(({ term, detail }) => `${term} ${detail}`)).toEqual([
    'Partenaires 2 : prospect 2', 'À faire 1 tâche', 'Listes enregistrées 2, dont 1 personnelle', 'Recherches d’offres gardées 1, dont les alertes s’arrêtent avec l’accès', 'Offres pas encore publiées 1, qui reste dans « Nos offres »',
  ]);
});

test('lists and searches go to who takes over: nothing is orphaned, nobody reads a personal list on the way', async () => {
  const { admin, next, close, held } = await officerWithEverything();
  const { handoverId } = await close();
  expect(await held()).toMatchObject({ total: 0, tasks: 0, lists: 0, searches: 0 });
  expect((await next.run((ctx) => savedLists(ctx))).map(({ name, isMine }) => [name, isMine])).toEqual([['Boulangers', true], ['Mes difficiles', true]]);
  expect((await admin.run((ctx) => savedLists(ctx))).map(({ name }) => name)).toEqual(['Boulangers']);
  expect((await admin.run((ctx) => handoverReport(ctx, handoverId!, 1))).lists).toEqual(['Boulangers', 'une liste personnelle']);
  expect(await next.run((ctx) => savedSearches(ctx))).toMatchObject([{ name: 'Cuisine', byMail: true, found: 0 }]);
});

test('left without successor, what only they saw waits with the closed access, tells nothing, and is handed over later', async () => {
  const { admin, next, close, held, officer, colleague } = await officerWithEverything();
  await close({ successorId: null });
  expect(await held()).toMatchObject({ total: 0, tasks: 0, lists: 2, searches: 1 });
  const rest = { membershipId: officer.membershipId, expected: 0, withLists: true, withSearches: true };
  await expect(admin.do(handOverLeftovers, { ...rest, successorId: null })).rejects.toMatchObject({ refusal: { kind: 'invalid', field: 'successorId' } });
  const { handoverId } = await admin.do(handOverLeftovers, { ...rest, successorId: colleague.userId });
  expect(await held()).toMatchObject({ lists: 0, searches: 0 });
  expect([(await next.run((ctx) => savedLists(ctx))).length, (await next.run((ctx) => savedSearches(ctx))).length]).toEqual([2, 1]);
  expect(await admin.run((ctx) => handoverReport(ctx, handoverId!, 1))).toMatchObject({ partners: 0, tasks: 0, lists: ['Boulangers', 'une liste personnelle'] });
});

test('an open access is not emptied, nor one of another agency', async () => {
  const { admin, officer, colleague } = await officerWithEverything();
  const rest = { membershipId: officer.membershipId, successorId: colleague.userId, expected: 2, withLists: true, withSearches: true };
  await expect(admin.do(handOverLeftovers, rest)).rejects.toThrow('est ouvert');
  await expect((await missionLocale()).as('admin').do(handOverLeftovers, rest)).rejects.toMatchObject({ refusal: { kind: 'notFound' } });
});

test('unticked, lists and searches stay with the account, and a search that the successor has already is not doubled', async () => {
  const { next, close, held, admin, officer, colleague } = await officerWithEverything();
  await next.do(saveSearch, { name: 'Cuisines', address: 'q=cuisine', byMail: false });
  await close({ withLists: false, withSearches: false });
  expect(await held()).toMatchObject({ total: 0, tasks: 0, lists: 2, searches: 1 });
  await admin.do(handOverLeftovers, { membershipId: officer.membershipId, successorId: colleague.userId, expected: 0, withLists: false, withSearches: true });
  expect((await next.run((ctx) => savedSearches(ctx))).map(({ name }) => name)).toEqual(['Cuisines']);
});
