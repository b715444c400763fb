import { beforeEach, describe, expect, test } from 'vitest';
import { addContact } from '~/domain/contact/add-contact.server';
import { candidatePairs } from '~/domain/duplicate/candidate-pairs.server';
import { findDuplicates } from '~/domain/duplicate/find-duplicates.server';
import { blocks } from '~/domain/duplicate/match-keys';
import { dismissDuplicate, putBackDuplicate } from '~/domain/duplicate/settle-duplicate.server';
import { countDuplicates, doublesOfPartner, listDuplicates, type DuplicateRow } from '~/domain/duplicate/list-duplicates.server';
import { addPartner } from '~/domain/partner/add-partner.server';
import { editOrganisation } from '~/domain/partner/edit-partner.server';
import { movePartnership } from '~/domain/partnership/move-partnership.server';
import { findDuplicatesAround, sweepDuplicates } from '~/jobs/find-duplicates.server';
import { reactions } from '~/jobs/reactions.server';
import { asSystem } from '~/server/db.server';
import { withTrace } from '~/server/log.server';
import { missionLocale } from '../../support/agencies';
import { useDatabase } from '../../support/database';
import { manyPartners } from '../partner-list/some-partners';
import { madeUpSiret } from '../partner/made-up-siret';

useDatabase();
type Agency = Awaited<ReturnType<typeof missionLocale>>;
let ml: Agency;
beforeEach(async () => {
  ml = await missionLocale();
});

const tarbes = { postcode: '65000', commune: 'Tarbes' };
/** What the worker does with the events of an agency since the last time, without the queue. */
async function worker(agency: Agency = ml) {
  const events = await asSystem('a test plays the worker', (db) => db.outboxEvent.findMany({ where: { missionLocaleId: agency.id, handledAt: null } }));
  for (const { id, type, payload } of events) {
    if (reactions[type as keyof typeof reactions]?.includes('duplicate:find')) await findDuplicatesAround({ ...(payload as object), missionLocaleId: agency.id });
    await asSystem('a test plays the worker', (db) => db.outboxEvent.update({ where: { id }, data: { handledAt: new Date() } }));
  }
}
const add = (facts: Parameters<typeof addPartner>[1], agency: Agency = ml) => agency.as('officer').do(addPartner, { ...tarbes, ...facts });
const waiting = async (agency: Agency = ml) => (await agency.as('officer').do(listDuplicates, { level: null, isDismissed: false })).pairs;
const summary = ({ kept, other, level, reasons }: DuplicateRow) => ({ names: [kept.name, other.name].sort(), level, reasons: reasons.map(({ code }) => code) });

test('a partner typed a second time is found at once, with the reasons', async () => {
  await add({ name: 'SARL Garage du Pic', phone: '05 36 49 00 01' });
  await add({ name: 'Scierie des Gaves' });
  await worker();
  expect(await waiting()).toEqual([]);
  await add({ name: 'garage du pic', phone: '0536490001' });
  await worker();
  const [pair, ...others] = await waiting();
  expect(others).toEqual([]);
  expect(summary(pair!)).toEqual({ names: ['Garage du Pic', 'SARL Garage du Pic'], level: 'sure', reasons: ['sameName', 'sameCommune', 'siretMissing', 'samePhone'] });
  expect(await ml.as('manager').run(countDuplicates)).toEqual({ sure: 1, probable: 0, possible: 0, dismissed: 0 });
  expect(await ml.as('officer').do(doublesOfPartner, pair!.kept.partnershipId)).toMatchObject([{ partnershipId: pair!.other.partnershipId, level: 'sure' }]);
});

test('the number of a contact counts, that of a switchboard does not', async () => {
  const [one, other] = [await add({ name: 'Ateliers du Haut-Adour' }), await add({ name: 'Ateliers Adour' })];
  await worker();
  expect((await waiting()).map(summary)).toMatchObject([{ level: 'possible' }]);
  for (const { partnershipId } of [one, other]) await ml.as('officer').do(addContact, { partnershipId, lastName: 'Arrieu', phone: '06 39 98 00 12' });
  await worker();
  expect((await waiting()).map(summary)).toMatchObject([{ level: 'probable', reasons: expect.arrayContaining(['samePhone']) }]);
  for (const name of ['Chorale', 'Ludothèque', 'Judo']) await add({ name, phone: '06 39 98 00 12' });
  await worker();
  await sweepDuplicates(new Date());
  expect((await waiting()).map(summary)).toMatchObject([{ level: 'possible' }]);
});

test('a name that very many of one commune bear brings nobody together, alike or a letter apart; with one telephone it does', async () => {
  const ids = await manyPartners(ml, Array.from({ length: blocks.nameHere.few + 1 }, () => ({ name: 'Scierie des Gaves', communeCode: '65440' })));
  const [near] = await manyPartners(ml, [{ name: 'Scierie des Gavess', communeCode: '65440' }]);
  const search = (touched: string[] | null) => asSystem('a test looks for duplicates', (db) => findDuplicates(db, { missionLocaleId: ml.id, touched, now: new Date() }));
  await search(null);
  for (const touched of [ids.slice(0, 3), [near!], null]) expect([touched?.length, (await search(touched)).found]).toEqual([touched?.length, 0]);
  const reached = ids.slice(-2);
  for (const partnershipId of reached) await ml.as('officer').do(addContact, { partnershipId, lastName: 'Arrieu', phone: '06 39 98 00 12' });
  for (const touched of [reached, null]) {
    await search(touched);
    expect((await waiting()).map(summary)).toEqual([{ names: ['Scierie des Gaves', 'Scierie des Gaves'], level: 'sure', reasons: expect.arrayContaining(['sameName', 'samePhone']) }]);
  }
  // One bears it no more: as many as may be compared are.
  await ml.as('officer').do(editOrganisation, { partnershipId: ids[0]!, name: 'Librairie des Halles' });
  await search(ids);
  expect((await search([near!])).found).toBe(blocks.nameHere.few);
});

test('of hundreds of names that begin alike in one commune, those meet that share something rarer', async () => {
  await manyPartners(ml, Array.from({ length: 301 }, (_, i) => ({ name: `Pharmacie ${String(i).padStart(4, '0')}`, communeCode: '65440' })));
  const typed = await manyPartners(ml, ['Pharmacie Dupontel', 'Pharmacie Dupontelle'].map((name) => ({ name, communeCode: '65440' })));
  const asked = (touched: string[] | null) => asSystem('a test looks for candidates', (db) => candidatePairs(db, { missionLocaleId: ml.id, touched }));
  await asSystem('a test looks for duplicates', (db) => findDuplicates(db, { missionLocaleId: ml.id, touched: null, now: new Date() }));
  for (const touched of [typed.slice(0, 1), null]) {
    const theirs = (await asked(touched)).filter(({ one, other }) => typed.includes(one) || typed.includes(other));
    expect(theirs.map(({ one, other }) => [one, other].sort())).toEqual([[...typed].sort()]);
  }
});

test('corrected, the pair leaves by itself; both archived, it disturbs nobody', async () => {
  const { partnershipId } = await add({ name: 'Garage du Pic' });
  const second = await add({ name: 'Garage du Pic', addressLine: '3 rue Foch' });
  await worker();
  expect(await waiting()).toHaveLength(1);
  await ml.as('officer').do(editOrganisation, { partnershipId: second.partnershipId, name: 'Librairie des Halles' });
  await worker();
  expect(await waiting()).toEqual([]);
  const third = await add({ name: 'Garage du Pic' });
  await worker();
  expect(await waiting()).toHaveLength(1);
  for (const id of [partnershipId, third.partnershipId]) await ml.as('officer').do(movePartnership, { partnershipId: id, verb: 'archive' });
  await worker();
  expect(await waiting()).toEqual([]);
});

describe('« ce ne sont pas des doublons »', () => {
  async function dismissed() {
    const [one, other] = [await add({ name: 'Garage du Pic' }), await add({ name: 'Garage du Pic' })];
    await worker();
    const [pair] = await waiting();
    await ml.as('officer').do(dismissDuplicate, { pairId: pair!.id });
    return { one, other, pairId: pair!.id };
  }

  test('is remembered by every later search, with who said it', async () => {
    const { pairId } = await dismissed();
    await sweepDuplicates(new Date());
    expect(await waiting()).toEqual([]);
    expect((await ml.as('officer').do(listDuplicates, { level: null, isDismissed: true })).pairs).toMatchObject([{ id: pairId, dismissedBy: expect.stringContaining('Camille') }]);
    await ml.as('manager').do(dismissDuplicate, { pairId });
    expect(await ml.as('officer').run(({ db }) => db.duplicatePair.findFirst({ where: { id: pairId } }))).toMatchObject({ dismissedById: (await ml.person('officer')).userId });
  });

  test('is taken back in one click, twice as well', async () => {
    const { pairId } = await dismissed();
    for (let i = 0; i < 2; i += 1) await ml.as('officer').do(putBackDuplicate, { pairId });
    expect(await waiting()).toMatchObject([{ id: pairId, dismissedAt: null }]);
  });

  test('is asked again when a strong reason appears that was not there, and only then', async () => {
    const { one, other, pairId } = await dismissed();
    await ml.as('officer').do(addContact, { partnershipId: one.partnershipId, lastName: 'Arrieu', email: 'a@garage-pic.example' });
    await ml.as('officer').do(addContact, { partnershipId: other.partnershipId, lastName: 'Bordes', email: 'b@garage-pic.example' });
    await worker();
    expect(await waiting()).toEqual([]);
    for (const { partnershipId } of [one, other]) await ml.as('officer').do(addContact, { partnershipId, lastName: 'Cazaux', phone: '06 39 98 00 14' });
    await worker();
    expect(await waiting()).toMatchObject([{ id: pairId, reopenedAt: expect.any(Date) }]);
  });
});

test('nothing of it passes the wall: neither pairs nor counts, nor a refusal that tells', async () => {
  const theirs = await missionLocale();
  await add({ name: 'Garage du Pic' });
  await add({ name: 'Garage du Pic' }, theirs);
  for (const agency of [ml, theirs]) await worker(agency);
  expect([await waiting(), await waiting(theirs)]).toEqual([[], []]);
  await add({ name: 'Garage du Pic' }, theirs);
  await worker(theirs);
  const [pair] = await waiting(theirs);
  expect(await ml.as('officer').run(countDuplicates)).toEqual({ sure: 0, probable: 0, possible: 0, dismissed: 0 });
  expect(await ml.as('officer').do(doublesOfPartner, pair!.kept.partnershipId)).toEqual([]);
  for (const pairId of [pair!.id, crypto.randomUUID()]) for (const verb of [dismissDuplicate, putBackDuplicate]) await expect(ml.as('officer').do(verb, { pairId })).rejects.toThrow('Ces deux fiches ne sont plus dans la liste');
  expect(await waiting(theirs)).toHaveLength(1);
});

test('the facts are common: corrected by one agency, the doubles of the other are found', async () => {
  const siret = madeUpSiret();
  const theirs = await missionLocale();
  const { partnershipId } = await add({ name: 'Garage du Pic', siret });
  await add({ name: 'Garage du Pic', siret }, theirs);
  await add({ name: 'Carrosserie moderne' }, theirs);
  for (const agency of [ml, theirs]) await worker(agency);
  expect(await waiting(theirs)).toEqual([]);
  await ml.as('officer').do(editOrganisation, { partnershipId, name: 'Carrosserie moderne' });
  await worker();
  expect((await waiting(theirs)).map(summary)).toMatchObject([{ level: 'sure' }]);
});

test('the queue costs the same queries with one pair and with twelve, ten a page', async () => {
  const queries = async (work: () => Promise<unknown>) => {
    const trace = { requestId: crypto.randomUUID(), queries: 0 };
    await withTrace(trace, work);
    return trace.queries;
  };
  for (let i = 0; i < 12; i += 1) for (let twice = 0; twice < 2; twice += 1) await add({ name: `Atelier ${'abcdefghijkl'[i]!.repeat(5)} ${i}` });
  await sweepDuplicates(new Date());
  const nothing = await queries(() => ml.as('officer').run(async () => null));
  const first = await ml.as('officer').do(listDuplicates, { level: 'sure', isDismissed: false });
  const after = first.next;
  expect([first.pairs.length, after !== null]).toEqual([10, true]);
  expect(await queries(() => ml.as('officer').do(listDuplicates, { level: null, isDismissed: false }))).toBe(nothing + 1);
  expect(await queries(() => ml.as('officer').run(countDuplicates))).toBe(nothing + 1);
  const second = await ml.as('officer').do(listDuplicates, { level: 'sure', isDismissed: false, after });
  expect(second.next).toBeNull();
  expect(new Set([...first.pairs, ...second.pairs].map(({ id }) => id)).size).toBe(12);
});
