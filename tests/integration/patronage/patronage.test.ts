import { describe, expect, test } from 'vitest';
import type { Ctx } from '~/access/context';
import { addContact } from '~/domain/contact/add-contact.server';
import { markContactLeft } from '~/domain/contact/mark-contact-left.server';
import { contactChoices } from '~/domain/contact/contact.queries.server';
import { partnerHistory } from '~/domain/history/history.queries.server';
import { addPartner } from '~/domain/partner/add-partner.server';
import { listPartners } from '~/domain/partner/list/list-partners.server';
import { getPartner } from '~/domain/partner/partner.queries.server';
import { addPatronage } from '~/domain/patronage/add-patronage.server';
import { deletePatronage } from '~/domain/patronage/delete-patronage.server';
import { editPatronage } from '~/domain/patronage/edit-patronage.server';
import { exportPatrons } from '~/domain/patronage/export-patrons.server';
import { patronageOfPartner } from '~/domain/patronage/patronage.queries.server';
import { listPatrons } from '~/domain/patronage/patrons.queries.server';
import { restorePatronage } from '~/domain/patronage/restore-patronage.server';
import { withTrace } from '~/server/log.server';
import { missionLocale, regionalReader } from '../../support/agencies';
import { useDatabase } from '../../support/database';

useDatabase();
const refusalOf = (promise: Promise<unknown>) => promise.then(() => null, (error: Error) => error);
const everything = { year: null, kind: null, page: 1 };

async function garage() {
  const ml = await missionLocale();
  const officer = ml.as('officer');
  const { partnershipId } = await officer.do(addPartner, { name: 'Garage' });
  const read = () => ml.as('counsellor').run((ctx) => patronageOfPartner(ctx, partnershipId));
  const isPatron = async () => (await officer.run((ctx) => listPartners(ctx, {}))).rows.map((row) => row.isPatron);
  return { ml, officer, partnershipId, read, isPatron };
}

async function queriesOf(ml: Awaited<ReturnType<typeof missionLocale>>, work: (ctx: Ctx) => Promise<unknown>): Promise<number> {
  const count = async (what: typeof work) => {
    const trace = { requestId: crypto.randomUUID(), queries: 0 };
    await withTrace(trace, () => ml.as('officer').run(what));
    return trace.queries;
  };
  await count(async () => null);
  return (await count(work)) - (await count(async () => null));
}

describe('un don', () => {
  test('se tape comme on l’écrit et s’additionne par année, reçu et promis à part', async () => {
    const { officer, partnershipId, read } = await garage();
    await officer.do(addPatronage, { partnershipId, kind: 'money', year: '2026', amount: '1\u202F500,50 €', receivedOn: '2026-02-03' });
    await officer.do(addPatronage, { partnershipId, kind: 'money', year: '2026', amount: '0,10', receivedOn: '03/02/2026' });
    await officer.do(addPatronage, { partnershipId, kind: 'money', year: '2026', amount: '0,20', receivedOn: '03/02/2026' });
    await officer.do(addPatronage, { partnershipId, kind: 'skills', year: '2025', amount: '800', promisedOn: '2025-03-01' });
    await officer.do(addPatronage, { partnershipId, kind: 'goods', year: '2025', purpose: 'dix ordinateurs' });
    const { gifts, years } = await read();
    expect(gifts.map(({ kind, year, amount }) => [kind, year, amount])).toEqual([['money', 2026, '0.20'], ['money', 2026, '0.10'], ['money', 2026, '1500.50'], ['goods', 2025, null], ['skills', 2025, '800.00']]);
    expect(years).toEqual([{ year: 2026, received: '1500.80', promised: '0.00' }, { year: 2025, received: '0.00', promised: '800.00' }]);
  });

  test.each([
    ['sans montant', { kind: 'money', amount: '' }, 'amount', /Indiquez le montant/],
    ['au montant en lettres', { kind: 'money', amount: 'beaucoup' }, 'amount', /n’est pas un montant/],
    ['sans année', { kind: 'money', amount: '10', year: '' }, 'year', /Indiquez l’année/],
    ['de l’an 20', { kind: 'money', amount: '10', year: '20' }, 'year', /Indiquez l’année/],
    ['reçu demain', { kind: 'money', amount: '10', receivedOn: '2099-01-01' }, 'receivedOn', /dans le futur/],
    ['reçu avant d’être promis', { kind: 'goods', promisedOn: '2026-02-02', receivedOn: '2026-02-01' }, 'receivedOn', /avant la promesse/],
    ['d’une nature inconnue', { kind: 'gold', amount: '10' }, 'kind', /Choisissez/],
    ['d’une personne d’ailleurs', { kind: 'goods', contactId: '01a20120-cf8a-7557-85c4-ff040fdab56b' }, 'contactId', /pas parmi les interlocuteurs/],
  ])('%s est refusé à son champ', async (_what, typed, field, sentence) => {
    const { officer, partnershipId } = await garage();
    expect(await refusalOf(officer.do(addPatronage, { partnershipId, year: '2026', ...typed } as never))).toMatchObject({ message: expect.stringMatching(sentence), refusal: { kind: 'invalid', field } });
  });

  test('supprimer s’annule ; le partenaire est mécène tant qu’un don est là', async () => {
    const { ml, officer, partnershipId, isPatron } = await garage();
    expect(await isPatron()).toEqual([false]);
    const { patronageId } = await officer.do(addPatronage, { partnershipId, kind: 'money', year: 2026, amount: '50' });
    expect([await isPatron(), (await officer.run((ctx) => getPartner(ctx, partnershipId))).patronYear]).toEqual([[true], 2026]);
    await officer.do(deletePatronage, { partnershipId, patronageId });
    expect([await isPatron(), (await ml.as('counsellor').run((ctx) => getPartner(ctx, partnershipId))).patronYear]).toEqual([[false], null]);
    await officer.do(restorePatronage, { partnershipId, patronageId });
    expect(await isPatron()).toEqual([true]);
  });

  test('deux corrections à la fois : la seconde voit la première', async () => {
    const { officer, partnershipId, read } = await garage();
    const { patronageId } = await officer.do(addPatronage, { partnershipId, kind: 'money', year: 2026, amount: '50' });
    const version = (await read()).gifts[0]!.version;
    const typed = { partnershipId, patronageId, version, kind: 'money' as const, year: 2026 };
    await officer.do(editPatronage, { ...typed, amount: '60' });
    expect(await refusalOf(officer.do(editPatronage, { ...typed, amount: '70,5' }))).toMatchObject({ refusal: { kind: 'stale', changes: [{ label: 'Montant', theirs: '60', yours: '70,50' }] } });
    expect((await read()).gifts[0]!.amount).toBe('60.00');
  });

  test('se lit dans l’historique', async () => {
    const { officer, partnershipId } = await garage();
    const { patronageId } = await officer.do(addPatronage, { partnershipId, kind: 'money', year: 2026, amount: '1500,50' });
    await officer.do(deletePatronage, { partnershipId, patronageId });
    const lines = (await officer.run((ctx) => partnerHistory(ctx, partnershipId))).groups.flatMap((group) => group.lines);
    expect(lines.map(({ label, to }) => `${label} : ${to}`)).toEqual(expect.arrayContaining([expect.stringMatching(/^Supprimé le : /), 'Mécénat : 1\u202F500,50\u00A0€, argent, 2026']));
  });

  test('la personne qui est partie n’est plus proposée', async () => {
    const { officer, partnershipId } = await garage();
    const { contactId } = await officer.do(addContact, { partnershipId, lastName: 'Ana', phone: '06 39 98 00 12' });
    await officer.do(addContact, { partnershipId, lastName: 'Bob', phone: '06 39 98 00 13' });
    await officer.do(markContactLeft, { partnershipId, contactId, hasLeft: true });
    expect((await officer.run((ctx) => contactChoices(ctx, partnershipId))).map(({ label }) => label)).toEqual(['Bob']);
  });
});

describe('la page des mécènes', () => {
  test('classe, filtre, exporte et rappelle, en trois requêtes quel que soit le nombre', async () => {
    const { ml, officer, partnershipId } = await garage();
    expect(await queriesOf(ml, (ctx) => listPatrons(ctx, everything))).toBe(3);
    const { partnershipId: bank } = await officer.do(addPartner, { name: 'Banque' });
    await officer.do(addPatronage, { partnershipId, kind: 'goods', year: 2025, amount: '300', receivedOn: '2025-05-05', renewalOn: '2026-01-01' });
    await officer.do(addPatronage, { partnershipId: bank, kind: 'money', year: 2025, amount: '1000', receivedOn: '2025-06-01', renewalOn: '2026-01-01' });
    await officer.do(addPatronage, { partnershipId: bank, kind: 'money', year: 2026, amount: '2000', purpose: '=cmd|x' });
    const { patrons, years, renewals } = await officer.run((ctx) => listPatrons(ctx, everything));
    expect(patrons.map(({ name, received, promised, gifts, kinds }) => [name, received, promised, gifts, kinds])).toEqual([['Banque', '1000.00', '2000.00', 2, ['money']], ['Garage', '300.00', '0.00', 1, ['goods']]]);
    expect(years.map(({ year, received, patrons: many }) => [year, received, many])).toEqual([[2026, '0.00', 1], [2025, '1300.00', 2]]);
    // The bank promised again since: nothing to remind of.
    expect(renewals.map(({ name }) => name)).toEqual(['Garage']);
    expect((await officer.run((ctx) => listPatrons(ctx, { ...everything, year: 2026 }))).patrons.map(({ name }) => name)).toEqual(['Banque']);
    expect((await officer.run((ctx) => listPatrons(ctx, { ...everything, kind: 'goods' }))).patrons.map(({ name }) => name)).toEqual(['Garage']);
    const rows = await officer.run(async (ctx) => {
      const all: unknown[][] = [];
      for await (const row of exportPatrons(ctx, { year: 2025, kind: null })) all.push(row);
      return all;
    });
    expect(rows.slice(1).map((row) => [row[0], row[3], row[5]])).toEqual([['Banque', 2025, 1000], ['Garage', 2025, 300]]);
    expect(await queriesOf(ml, (ctx) => listPatrons(ctx, everything))).toBe(3);
    expect(await queriesOf(ml, (ctx) => patronageOfPartner(ctx, bank))).toBe(2);
  });

  test('une autre agence et une région n’en voient rien', async () => {
    const { officer, partnershipId } = await garage();
    const { patronageId } = await officer.do(addPatronage, { partnershipId, kind: 'money', year: 2026, amount: '50' });
    const other = await missionLocale();
    expect(await other.as('admin').run((ctx) => listPatrons(ctx, everything))).toMatchObject({ patrons: [], years: [], renewals: [] });
    expect(await other.as('admin').run((ctx) => patronageOfPartner(ctx, partnershipId))).toEqual({ gifts: [], years: [] });
    expect(await refusalOf(other.as('admin').do(deletePatronage, { partnershipId, patronageId }))).toMatchObject({ refusal: { kind: 'notFound' } });
    expect(await regionalReader().run((ctx) => getPartner(ctx, partnershipId))).toMatchObject({ patronYear: null, giftCount: 0 });
  });
});
