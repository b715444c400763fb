import { describe, expect, test } from 'vitest';
import { addAgreement } from '~/domain/agreement/add-agreement.server';
import { addAgreementParty } from '~/domain/agreement/agreement-party.server';
import { agreementVerbNames, agreementStateNames, agreementVerbs, nextAgreementState } from '~/domain/agreement/agreement.lifecycle';
import { agreementsOfPartner } from '~/domain/agreement/agreement.queries.server';
import { agreementsEnding, listAgreements } from '~/domain/agreement/agreements.queries.server';
import { deleteAgreement } from '~/domain/agreement/delete-agreement.server';
import { editAgreement } from '~/domain/agreement/edit-agreement.server';
import { expireAgreements } from '~/domain/agreement/expire-agreements.server';
import { moveAgreement } from '~/domain/agreement/move-agreement.server';
import { renewAgreement } from '~/domain/agreement/renew-agreement.server';
import { restoreAgreement } from '~/domain/agreement/restore-agreement.server';
import { partnerHistory } from '~/domain/history/history.queries.server';
import { addPartner } from '~/domain/partner/add-partner.server';
import { addDays, parisDay } from '~/domain/text/paris-day';
import { asSystem } from '~/server/db.server';
import { withTrace } from '~/server/log.server';
import { missionLocale } from '../../support/agencies';
import { useDatabase } from '../../support/database';

useDatabase();
const refusalOf = (promise: Promise<unknown>) => promise.then(() => null, (error: Error) => error);
const today = parisDay(new Date());
const inDays = (days: number) => addDays(today, days);

async function sawmill() {
  const ml = await missionLocale();
  const officer = ml.as('officer');
  const { partnershipId, organisationId } = await officer.do(addPartner, { name: 'Scierie' });
  const read = (id = partnershipId) => ml.as('counsellor').run((ctx) => agreementsOfPartner(ctx, id));
  const formId = await officer.run(async (ctx) => (await ctx.db.engagementForm.findUniqueOrThrow({ where: { code: 'immersion' } })).id);
  return { ml, officer, partnershipId, organisationId, read, formId };
}

describe('une convention', () => {
  test('se note, se corrige, et ses formes se lisent', async () => {
    const { officer, partnershipId, read, formId } = await sawmill();
    const { agreementId } = await officer.do(addAgreement, { partnershipId, title: 'Accueil', state: 'active', startsOn: '2026-01-01', endsOn: inDays(58), renewal: 'tacit', noticeDays: '30', formIds: [formId] });
    expect(await read()).toMatchObject([{ title: 'Accueil', state: 'active', link: 'own', endsOn: inDays(58), noticeDays: 30, forms: [{ label: expect.stringMatching(/mmersion/) as string }], files: [], isRenewed: false }]);
    await officer.do(editAgreement, { partnershipId, agreementId, version: 1, title: 'Accueil en immersion', startsOn: '2026-01-01', endsOn: inDays(58) });
    expect(await read()).toMatchObject([{ title: 'Accueil en immersion', forms: [], noticeDays: null }]);
    expect(await refusalOf(officer.do(editAgreement, { partnershipId, agreementId, version: 1, title: 'Autre' }))).toMatchObject({ refusal: { kind: 'stale', changes: expect.arrayContaining([expect.objectContaining({ label: 'Titre', theirs: 'Accueil en immersion', yours: 'Autre' })]) as unknown } });
    const lines = (await officer.run((ctx) => partnerHistory(ctx, partnershipId))).groups.flatMap((group) => group.lines).map(({ label, from, to }) => `${label} : ${from} → ${to}`);
    expect(lines).toEqual(expect.arrayContaining(['Convention :  → Accueil', 'Titre : Accueil → Accueil en immersion', 'Reconduction : Tacite reconduction → Sans reconduction', expect.stringMatching(/^Forme couverte par une convention : Immersion.* → $/)]));
  });

  test.each([
    ['une fin avant le début', { startsOn: '2026-02-01', endsOn: '2026-01-31' }, 'endsOn', /avant le début/],
    ['signée demain', { signedOn: inDays(1) }, 'signedOn', /dans le futur/],
    ['en cours sans début', { state: 'active' as const }, 'startsOn', /quand elle commence/],
    ['une forme inconnue', { formIds: ['01a20120-cf8a-7557-85c4-ff040fdab56b'] }, 'formIds', /n’existe pas/],
  ])('%s : refusée à son champ', async (_what, typed, field, sentence) => {
    const { officer, partnershipId } = await sawmill();
    expect(await refusalOf(officer.do(addAgreement, { partnershipId, title: 'X', ...typed }))).toMatchObject({ message: expect.stringMatching(sentence) as string, refusal: { kind: 'invalid', field } });
  });

  test('avance comme la table le dit, et pas autrement', async () => {
    const { ml, officer, partnershipId } = await sawmill();
    for (const state of agreementStateNames) {
      for (const verb of agreementVerbNames) {
        const { id: agreementId } = await officer.run((ctx) => ctx.db.agreement.create({ data: { partnershipId, title: 'X', state, startsOn: new Date('2026-01-01') } }));
        const to = agreementVerbs[verb].permission ? nextAgreementState(state, verb) : null;
        const refusal = await refusalOf(officer.do(moveAgreement, { partnershipId, agreementId, verb }));
        const after = await officer.run((ctx) => ctx.db.agreement.findFirstOrThrow({ where: { id: agreementId } }));
        expect([state, verb, after.state, refusal === null]).toEqual([state, verb, to ?? state, to !== null]);
        if (to === 'active' && verb === 'sign') expect(after.signedOn?.toISOString().slice(0, 10)).toBe(today);
        expect(await refusalOf(ml.as('counsellor').do(moveAgreement, { partnershipId, agreementId, verb }))).toMatchObject({ refusal: { kind: 'forbidden' } });
      }
    }
  }, 60_000);

  test('se renouvelle en un geste, une seule fois, dates déplacées', async () => {
    const { officer, partnershipId, read, formId } = await sawmill();
    const other = await officer.do(addPartner, { name: 'Fédération du bois' });
    const year = Number(today.slice(0, 4));
    const { agreementId } = await officer.do(addAgreement, { partnershipId, title: 'Accueil', state: 'active', startsOn: `${year}-01-01`, endsOn: `${year + 1}-12-31`, formIds: [formId] });
    await officer.do(addAgreementParty, { partnershipId, agreementId, partyText: 'fédération du bois' });
    await officer.do(renewAgreement, { partnershipId, agreementId });
    const next = (await read()).find(({ state }) => state === 'draft');
    expect(next).toMatchObject({ title: 'Accueil', startsOn: `${year + 2}-01-01`, endsOn: `${year + 3}-12-31`, parties: [{ name: 'Fédération du bois' }], forms: [{ id: formId }] });
    expect((await read(other.partnershipId)).map(({ link, holder }) => [link, holder.name])).toEqual([['party', 'Scierie'], ['party', 'Scierie']]);
    expect(await refusalOf(officer.do(renewAgreement, { partnershipId, agreementId }))).toMatchObject({ message: expect.stringMatching(/déjà renouvelée/) as string });
    expect(await refusalOf(officer.do(renewAgreement, { partnershipId, agreementId: next!.id }))).toMatchObject({ message: expect.stringMatching(/pas encore signée/) as string });
    await officer.do(deleteAgreement, { partnershipId, agreementId: next!.id });
    await officer.do(renewAgreement, { partnershipId, agreementId });
  });

  test('échoit la nuit qui suit son dernier jour, une fois', async () => {
    const { officer, partnershipId, read } = await sawmill();
    const add = (title: string, endsOn: string) => officer.do(addAgreement, { partnershipId, title, state: 'active', startsOn: '2020-01-01', endsOn });
    await add('passée à l’écriture', inDays(-1));
    await add('jusqu’à aujourd’hui', today);
    await add('plus tard', inDays(30));
    const states = async () => Object.fromEntries((await read()).map(({ title, state }) => [title, state]));
    expect(await states()).toEqual({ 'passée à l’écriture': 'expired', 'jusqu’à aujourd’hui': 'active', 'plus tard': 'active' });
    const tomorrow = new Date(Date.now() + 86_400_000);
    expect(await asSystem('a test: the night comes', (db) => expireAgreements(db, tomorrow))).toBe(1);
    expect(await asSystem('a test: the night comes twice', (db) => expireAgreements(db, tomorrow))).toBe(0);
    expect(await states()).toMatchObject({ 'jusqu’à aujourd’hui': 'expired', 'plus tard': 'active' });
  });

  test('supprimer s’annule', async () => {
    const { officer, partnershipId, read } = await sawmill();
    const { agreementId } = await officer.do(addAgreement, { partnershipId, title: 'Accueil' });
    expect(await officer.do(deleteAgreement, { partnershipId, agreementId })).toEqual({ title: 'Accueil' });
    expect(await read()).toEqual([]);
    await officer.do(restoreAgreement, { partnershipId, agreementId });
    expect(await read()).toHaveLength(1);
  });
});

describe('qui d’autre elle engage', () => {
  test('une partie se trouve par son nom entier ; un nom à moitié, inconnu ou le sien est refusé', async () => {
    const { officer, partnershipId } = await sawmill();
    const { agreementId } = await officer.do(addAgreement, { partnershipId, title: 'Accueil' });
    for (const name of ['Menuiserie Roux', 'Menuiserie Blanc']) await officer.do(addPartner, { name });
    const add = (partyText: string) => refusalOf(officer.do(addAgreementParty, { partnershipId, agreementId, partyText }));
    expect(await add('menuiserie')).toMatchObject({ message: expect.stringMatching(/Plusieurs partenaires/) as string, refusal: { field: 'party' } });
    expect(await add('Personne')).toMatchObject({ message: expect.stringMatching(/Aucun de vos partenaires/) as string });
    expect(await add('Scierie')).toMatchObject({ message: expect.stringMatching(/signe déjà/) as string });
    expect([await add('Menuiserie Roux'), await add('Menuiserie Roux')]).toEqual([null, null]);
    const theirs = await sawmill();
    expect(await refusalOf(officer.do(addAgreementParty, { partnershipId, agreementId, party: theirs.partnershipId }))).toMatchObject({ refusal: { kind: 'invalid', field: 'party' } });
  });

  test('l’accord d’un groupe se voit sur ses établissements tant qu’il est en cours', async () => {
    const { officer, organisationId, partnershipId, read } = await sawmill();
    const site = await officer.do(addPartner, { name: 'Scierie du Lac' });
    await officer.run((ctx) => ctx.db.organisation.update({ where: { id: site.organisationId }, data: { parentId: organisationId } }));
    const { agreementId } = await officer.do(addAgreement, { partnershipId, title: 'Accord national', state: 'active', startsOn: '2026-01-01' });
    expect(await read(site.partnershipId)).toMatchObject([{ title: 'Accord national', link: 'group', holder: { name: 'Scierie' } }]);
    await officer.do(moveAgreement, { partnershipId, agreementId, verb: 'end' });
    expect(await read(site.partnershipId)).toEqual([]);
  });
});

describe('celles qui se terminent', () => {
  test('viennent d’abord, sans celles qui ont une suite ; deux requêtes pour la page, une pour le rappel', async () => {
    const { ml, officer, partnershipId } = await sawmill();
    const add = (title: string, endsOn: string | null, state: 'draft' | 'active' = 'active') => officer.do(addAgreement, { partnershipId, title, state, startsOn: '2026-01-01', endsOn });
    await add('loin', inDays(300));
    const { agreementId } = await add('suivie', inDays(20));
    await add('proche', inDays(10));
    await add('brouillon', inDays(5), 'draft');
    await add('sans fin', null);
    await officer.do(renewAgreement, { partnershipId, agreementId });
    expect((await officer.run((ctx) => agreementsEnding(ctx, { withinDays: 60 }))).map(({ title }) => title)).toEqual(['proche']);
    const all = { state: null, withinDays: null, page: 1 };
    const { agreements, counts, ending } = await officer.run((ctx) => listAgreements(ctx, all));
    expect(agreements.slice(0, 4).map(({ title }) => title)).toEqual(['proche', 'suivie', 'loin', 'sans fin']);
    expect([counts, ending]).toEqual([{ active: 4, draft: 2 }, 2]);
    expect((await officer.run((ctx) => listAgreements(ctx, { ...all, withinDays: 30 }))).agreements.map(({ title }) => title)).toEqual(['proche', 'suivie']);
    const trace = { requestId: crypto.randomUUID(), queries: 0 };
    const empty = { requestId: crypto.randomUUID(), queries: 0 };
    await withTrace(empty, () => ml.as('officer').run(async () => null));
    await withTrace(trace, () => ml.as('officer').run((ctx) => listAgreements(ctx, all)));
    expect(trace.queries - empty.queries).toBe(2);
    expect(await (await missionLocale()).as('admin').run((ctx) => listAgreements(ctx, all))).toEqual({ agreements: [], total: 0, counts: {}, ending: 0 });
  });
});
