import { beforeAll, describe, expect, test } from 'vitest';
import { addExchange } from '~/domain/exchange/add-exchange.server';
import { contactGuard } from '~/domain/exchange/contact-guard.server';
import { findDuplicates } from '~/domain/duplicate/find-duplicates.server';
import { listDuplicates } from '~/domain/duplicate/list-duplicates.server';
import { partnerHistory } from '~/domain/history/history.queries.server';
import { compareDates } from '~/domain/history/compare-dates.server';
import { recordAt } from '~/domain/history/record-at.server';
import { mergePartners } from '~/domain/merge/merge-partners.server';
import { undoMerge } from '~/domain/merge/undo-merge.server';
import { addNationalAgreement } from '~/domain/national-agreement/add-national-agreement.server';
import { nationalAgreementsOf } from '~/domain/national-agreement/national-agreements.queries.server';
import { addOffer } from '~/domain/offer/add-offer.server';
import { organisationMergePreview } from '~/domain/network-merge/organisation-merge-preview.server';
import { editOrganisation } from '~/domain/partner/edit-partner.server';
import { knownPartners } from '~/domain/partner/known-partners.server';
import { listPartners } from '~/domain/partner/list/list-partners.server';
import { getPartner } from '~/domain/partner/partner.queries.server';
import { asSystem } from '~/server/db.server';
import { missionLocale, regionalReader, acting, member } from '../../support/agencies';
import { useDatabase } from '../../support/database';
import { sirets } from '../../support/sirets';
import { hang } from '../group/family-of';
import { asOfficer, livesWith, merge, organisation, partner, platform, refusalOf, undo, type Agency } from './two-organisations';

useDatabase();
const siret = sirets();
const noDate = { date: '', time: '' };
let [brest, arles, lille]: Agency[] = [];
beforeAll(async () => {
  [brest, arles, lille] = [await missionLocale(), await missionLocale(), await missionLocale()];
});
const names = async (ml: Agency, q: string) => (await ml.as('officer').do(listPartners, { q })).rows.map(({ name }) => name);

describe('deux organismes du réseau fusionnés', () => {
  test('les partenariats rejoignent l’organisme gardé, avec ce que chaque agence y a écrit ; son SIRET aussi', async () => {
    const number = siret();
    const kept = await partner(brest!, 'Garage Morel', { phone: '05 36 49 10 10' });
    const double = await partner(arles!, 'SARL Morel Autos', { siret: number, email: 'contact@morel.example' });
    await arles!.as('officer').do(addExchange, { partnershipId: double.partnershipId, kind: 'note', body: 'Une note d’Arles' });
    await arles!.as('officer').do(addOffer, { partnershipId: double.partnershipId, kind: 'immersion', title: 'Immersion au garage' } as never);
    const preview = await platform.run((ctx) => organisationMergePreview(ctx, kept.organisationId, double.organisationId));
    expect(preview.counts).toEqual({ knowKept: 1, knowMerged: 1, knowBoth: 0, partnerships: 1, offers: 1, agreements: 0, establishments: 0, accounts: 0 });
    expect(JSON.stringify(preview)).not.toMatch(/note d’Arles|Immersion|Essai/);

    await merge(kept, double, { choices: { name: 'kept' } });
    expect(await organisation(kept.organisationId)).toMatchObject({ name: 'Garage Morel', siret: number, phone: '+33536491010', email: 'contact@morel.example', mergedIntoId: null });
    expect(await organisation(double.organisationId)).toMatchObject({ siret: null, mergedIntoId: kept.organisationId });
    expect(await arles!.as('officer').run((ctx) => getPartner(ctx, double.partnershipId))).toMatchObject({ organisationId: kept.organisationId, name: 'Garage Morel', siret: number, exchangeCount: 1, offerCount: 1 });
    expect(await brest!.as('officer').run((ctx) => getPartner(ctx, kept.partnershipId))).toMatchObject({ name: 'Garage Morel', exchangeCount: 0, offerCount: 0 });
    // Lists and searches follow, in both agencies.
    expect([await names(arles!, 'garage morel'), await names(arles!, 'morel autos'), await names(brest!, 'garage morel')]).toEqual([['Garage Morel'], [], ['Garage Morel']]);
  });

  test('qui les connaît tous les deux garde ses deux fiches, et sa file de doublons le dit ; une fois réunies, plus rien à dire', async () => {
    const [one, two] = [siret(), siret()];
    const kept = await partner(brest!, 'Scierie des Landes', { siret: one });
    const [both, double] = [await partner(arles!, 'Scierie des Landes', { siret: one }), await partner(arles!, 'Bois et sciages du Sud', { siret: two })];
    await merge(kept, double, { isConfirmed: true });
    expect((await livesWith(arles!)).filter(({ id }) => [both.partnershipId, double.partnershipId].includes(id))).toEqual([{ id: both.partnershipId, organisationId: kept.organisationId, mergedIntoId: null }, { id: double.partnershipId, organisationId: double.organisationId, mergedIntoId: null }]);

    const look = () => asSystem('a test runs the search of doubles', (db) => findDuplicates(db, { missionLocaleId: arles!.id, touched: [double.partnershipId, both.partnershipId], now: new Date() }));
    await look();
    const queue = () => arles!.as('officer').run((ctx) => listDuplicates(ctx, { level: 'sure', isDismissed: false }));
    const { pairs } = await queue();
    expect(pairs).toMatchObject([{ score: 100, kept: { partnershipId: both.partnershipId }, other: { partnershipId: double.partnershipId } }]);
    expect(pairs[0]!.reasons[0]).toMatchObject({ code: 'sameForNetwork', text: 'Le réseau dit que c’est le même organisme' });

    // The other way round is refused: it would keep the record that left the register.
    expect(await refusalOf(arles!.as('officer').do(mergePartners, { keptId: double.partnershipId, mergedId: both.partnershipId }))).toMatchObject({ refusal: { kind: 'conflict' }, message: expect.stringContaining('gardez cette fiche-là') as string });
    const { mergeId } = await arles!.as('officer').do(mergePartners, { keptId: both.partnershipId, mergedId: double.partnershipId });
    await look();
    expect((await queue()).pairs).toEqual([]);
    expect(await organisation(double.organisationId)).toMatchObject({ mergedIntoId: kept.organisationId, siret: two });
    expect(await names(arles!, two)).toEqual([]);
    expect((await names(arles!, one))).toEqual(['Scierie des Landes']);
    // Undone by the agency, what the platform made stays.
    await arles!.as('officer').do(undoMerge, { mergeId });
    expect(await organisation(double.organisationId)).toMatchObject({ mergedIntoId: kept.organisationId });
  });

  test('qui avait déjà fusionné sa paire dans l’autre sens le lit sur sa fiche, et s’en sort : annuler, puis refaire', async () => {
    const kept = await partner(brest!, 'Verger des Coteaux', { siret: siret() });
    const joined = await partner(arles!, 'Verger des Coteaux', { siret: (await organisation(kept.organisationId)).siret! });
    const double = await partner(arles!, 'Vergers du Coteau', { siret: siret() });
    const { mergeId } = await arles!.as('officer').do(mergePartners, { keptId: double.partnershipId, mergedId: joined.partnershipId });
    const look = () => arles!.as('officer').run((ctx) => getPartner(ctx, double.partnershipId));
    expect(await look()).toMatchObject({ isBesideNetwork: false });
    await merge(kept, double, { choices: { name: 'kept' }, isConfirmed: true });
    expect(await look()).toMatchObject({ organisationId: double.organisationId, isBesideNetwork: true });
    expect(await brest!.as('officer').run((ctx) => getPartner(ctx, kept.partnershipId))).toMatchObject({ isBesideNetwork: false });

    await arles!.as('officer').do(undoMerge, { mergeId });
    expect(await look()).toMatchObject({ isBesideNetwork: false });
    await arles!.as('officer').do(mergePartners, { keptId: joined.partnershipId, mergedId: double.partnershipId });
    expect(await arles!.as('officer').run((ctx) => getPartner(ctx, joined.partnershipId))).toMatchObject({ organisationId: kept.organisationId, name: 'Verger des Coteaux', isBesideNetwork: false });
  });

  test('la fusion de la paire puis l’annulation par le réseau laissent à l’agence sa fiche et sa fusion', async () => {
    const [kept, both, double] = [await partner(brest!, 'Crèche Arc-en-ciel', { siret: siret() }), null, await partner(arles!, 'Crèche Arc en ciel')];
    const joined = await partner(arles!, 'Crèche Arc-en-ciel', { siret: (await organisation(kept.organisationId)).siret! });
    expect(both).toBeNull();
    const { mergeId } = await merge(kept, double);
    const own = await arles!.as('officer').do(mergePartners, { keptId: joined.partnershipId, mergedId: double.partnershipId });
    await undo(mergeId);
    expect(await organisation(double.organisationId)).toMatchObject({ mergedIntoId: null, name: 'Crèche Arc en ciel' });
    expect(await arles!.as('officer').run((ctx) => getPartner(ctx, joined.partnershipId))).toMatchObject({ organisationId: kept.organisationId });
    await arles!.as('officer').do(undoMerge, { mergeId: own.mergeId });
    expect(await arles!.as('officer').run((ctx) => getPartner(ctx, double.partnershipId))).toMatchObject({ name: 'Crèche Arc en ciel', organisationId: double.organisationId });
  });

  test('le registre mène à l’organisme gardé : par le SIRET du double, par un import, par un groupe', async () => {
    const [one, two] = [siret(), siret()];
    const kept = await partner(brest!, 'Atelier du Port', { siret: one });
    const double = await partner(arles!, 'Atelier du Vieux Port', { siret: two });
    await merge(kept, double, { isConfirmed: true });
    const found = await lille!.as('officer').run((ctx) => knownPartners(ctx, { siret: two }));
    expect(found).toMatchObject([{ organisationId: kept.organisationId, match: 'siret', name: 'Atelier du Port' }]);
    const added = await partner(lille!, 'Atelier du Vieux Port', { siret: two });
    expect(added).toMatchObject({ organisationId: kept.organisationId, joined: true });
    // Whoever comes by the id of the double, at the very instant of the merge, is at the kept one.
    const late = await missionLocale();
    const { organisationId } = await late.as('officer').run(({ db }) => db.partnership.create({ data: { organisationId: double.organisationId } }));
    expect(organisationId).toBe(kept.organisationId);
    const { carrier } = await platform.do(addNationalAgreement, { siret: two, title: 'Accord du port' });
    expect(carrier).toBe('Atelier du Port');
  });

  test('établissements, accords nationaux, comptes et approches des autres agences suivent', async () => {
    const [group, head] = [siret(), siret()];
    const kept = await partner(brest!, 'Groupe Delmas', { siret: group });
    const double = await partner(arles!, 'Delmas et compagnie', { siret: head });
    const shop = await partner(arles!, 'Delmas Arles', { siret: siret() });
    await hang(arles!, shop, double);
    await platform.do(addNationalAgreement, { siret: head, title: 'Accord Delmas' });
    const account = await member({ role: 'partnerAdmin', organisationId: double.organisationId, placeName: 'Delmas' });
    await arles!.as('officer').do(addExchange, { partnershipId: double.partnershipId, kind: 'call', direction: 'out', body: 'Appel d’Arles' });

    const { mergeId } = await merge(kept, double, { isConfirmed: true });
    expect(await organisation(shop.organisationId)).toMatchObject({ parentId: kept.organisationId });
    expect((await brest!.as('officer').run((ctx) => nationalAgreementsOf(ctx, kept.partnershipId))).map(({ title }) => title)).toEqual(['Accord Delmas']);
    expect((await brest!.as('officer').do(listPartners, { q: 'delmas', atout: ['accord'] })).rows.map(({ name }) => name)).toEqual(['Groupe Delmas']);
    expect((await arles!.as('officer').do(listPartners, { q: 'delmas', atout: ['accord'] })).rows.map(({ name }) => name).sort()).toEqual(['Delmas Arles', 'Groupe Delmas']);
    expect(await asSystem('a test reads an account', (db) => db.membership.findUniqueOrThrow({ where: { id: account.membershipId } }))).toMatchObject({ organisationId: kept.organisationId });
    expect(await brest!.as('officer').run((ctx) => contactGuard(ctx, kept.partnershipId))).toMatchObject({ others: [{ agency: arles!.name }] });

    await undo(mergeId);
    expect(await organisation(shop.organisationId)).toMatchObject({ parentId: double.organisationId });
    expect(await brest!.as('officer').run((ctx) => nationalAgreementsOf(ctx, kept.partnershipId))).toEqual([]);
    expect((await arles!.as('officer').run((ctx) => nationalAgreementsOf(ctx, shop.partnershipId))).map(({ title }) => title)).toEqual(['Accord Delmas']);
    expect((await brest!.as('officer').do(listPartners, { q: 'delmas', atout: ['accord'] })).rows).toEqual([]);
    expect(await brest!.as('officer').run((ctx) => contactGuard(ctx, kept.partnershipId))).toMatchObject({ others: [] });
  });

  test('qui garde une fiche du double est prévenu des approches, et lit l’accord du groupe', async () => {
    const number = siret();
    const kept = await partner(brest!, 'Transports Vidal', { siret: number });
    const [own, double] = [await partner(arles!, 'Transports Vidal', { siret: number }), await partner(arles!, 'Vidal Transports')];
    await platform.do(addNationalAgreement, { siret: number, title: 'Accord Vidal' });
    await merge(kept, double);
    await brest!.as('officer').do(addExchange, { partnershipId: kept.partnershipId, kind: 'call', direction: 'out', body: 'Appel de Brest' });
    for (const { partnershipId } of [own, double]) {
      expect(await arles!.as('officer').run((ctx) => contactGuard(ctx, partnershipId))).toMatchObject({ others: [{ agency: brest!.name }] });
      expect((await arles!.as('officer').run((ctx) => nationalAgreementsOf(ctx, partnershipId))).map(({ title }) => title)).toEqual(['Accord Vidal']);
      expect(await arles!.as('officer').run((ctx) => getPartner(ctx, partnershipId))).toMatchObject({ isCovered: true });
    }
  });

  test('l’historique de chacun le dit, par l’administration de la plateforme ; la fiche à une date se lit comme avant', async () => {
    const kept = await partner(brest!, 'Librairie du Quai', { siret: siret() });
    const double = await partner(arles!, 'La Librairie des quais', { phone: '05 36 49 10 44' });
    const before = new Date();
    await merge(kept, double, { choices: { name: 'kept' } });
    const told = async (ml: Agency, id: string) => (await ml.as('officer').run((ctx) => partnerHistory(ctx, id))).groups[0];
    expect(await told(arles!, double.partnershipId)).toMatchObject({ who: 'L’administration de la plateforme', lines: expect.arrayContaining([expect.objectContaining({ label: 'Organisme, fusionné par le réseau', from: 'La Librairie des quais', to: 'Librairie du Quai' })]) as unknown });
    expect(await told(brest!, kept.partnershipId)).toMatchObject({ who: 'L’administration de la plateforme', lines: expect.arrayContaining([expect.objectContaining({ label: 'Téléphone' })]) as unknown });
    const [change] = (await arles!.as('officer').run((ctx) => partnerHistory(ctx, double.partnershipId))).groups;
    const { record, errors } = await arles!.as('officer').run((ctx) => recordAt(ctx, double.partnershipId, { typed: noDate, before: change!.key }));
    expect([errors, before < change!.at]).toEqual([{}, true]);
    expect(JSON.stringify(record)).toContain('La Librairie des quais');
    const { subjects } = await arles!.as('officer').run((ctx) => compareDates(ctx, double.partnershipId, { from: noDate, to: noDate, before: change!.key }));
    expect(subjects?.flatMap(({ lines }) => lines.map(({ label, from, to }) => [label, from, to]))).toContainEqual(['Nom', 'La Librairie des quais', 'Librairie du Quai']);
  });
});

describe('ce qui est refusé, par une phrase', () => {
  test('un organisme avec lui-même, un double, un disparu, deux établissements ouverts sans le confirmer', async () => {
    const [kept, double] = [await partner(brest!, 'Ferme du Bois', { siret: siret() }), await partner(arles!, 'Ferme du Bois', { siret: siret() })];
    const nobody = { partnershipId: '', organisationId: crypto.randomUUID() };
    expect(await refusalOf(merge(kept, kept))).toMatchObject({ refusal: { kind: 'conflict' }, message: 'Un organisme ne se fusionne pas avec lui-même : choisissez-en un autre.' });
    expect(await refusalOf(merge(kept, nobody))).toMatchObject({ refusal: { kind: 'notFound' } });
    expect(await refusalOf(merge(kept, double))).toMatchObject({ refusal: { kind: 'invalid', field: 'confirmation' } });
    await merge(kept, double, { isConfirmed: true });
    expect(await refusalOf(merge(kept, double, { isConfirmed: true }))).toMatchObject({ refusal: { kind: 'conflict' }, message: expect.stringContaining('déjà fusionné') as string });
    expect(await refusalOf(merge(double, kept, { isConfirmed: true }))).toMatchObject({ refusal: { kind: 'conflict' } });
  });

  test('une fiche modifiée pendant que l’on choisissait : ce qui a changé est dit', async () => {
    const [kept, double] = [await partner(brest!, 'Menuiserie Roy', { siret: siret() }), await partner(arles!, 'Menuiserie Le Roy', { phone: '05 36 49 10 10' })];
    const { seen } = await platform.run((ctx) => organisationMergePreview(ctx, kept.organisationId, double.organisationId));
    await asOfficer(arles!, (ctx) => editOrganisation(ctx, { partnershipId: double.partnershipId, phone: '05 36 49 10 12' }));
    const refusal = await refusalOf(merge(kept, double, { seen }));
    expect(refusal).toMatchObject({ refusal: { kind: 'stale', changes: [{ label: 'Téléphone (Menuiserie Le Roy)', yours: '05 36 49 10 10', theirs: '05 36 49 10 12' }] } });
    expect(await organisation(double.organisationId)).toMatchObject({ mergedIntoId: null });
  });

  test('deux fusions à la fois : la seconde attend, puis est refusée', async () => {
    const [one, two, three] = [await partner(brest!, 'Hôtel A', { siret: siret() }), await partner(arles!, 'Hôtel B'), await partner(lille!, 'Hôtel C')];
    const outcomes = await Promise.all([refusalOf(merge(one, two)), refusalOf(merge(three, two)), refusalOf(merge(two, one))]);
    expect(outcomes.filter((outcome) => outcome === null)).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome !== null).map((outcome) => (outcome as { refusal?: { kind: string } }).refusal?.kind)).toEqual(['conflict', 'conflict']);
  });

  test('deux organismes dont l’un dépend de l’autre se fusionnent ; un cercle est refusé', async () => {
    const [head, branch, below] = [await partner(brest!, 'Tête', { siret: siret() }), await partner(brest!, 'Branche', { siret: siret() }), await partner(brest!, 'Feuille', { siret: siret() })];
    await hang(brest!, branch, head);
    await hang(brest!, below, branch);
    const { mergeId } = await merge(branch, head, { isConfirmed: true });
    expect(await organisation(branch.organisationId)).toMatchObject({ parentId: null });
    await undo(mergeId);
    expect(await organisation(branch.organisationId)).toMatchObject({ parentId: head.organisationId });
    expect(await refusalOf(merge(below, head, { isConfirmed: true }))).toMatchObject({ refusal: { kind: 'conflict' } });
  });

  test('à toute autre personne que la plateforme, en passant à côté des pages', async () => {
    const [kept, double] = [await partner(brest!, 'Café du Nord', { siret: siret() }), await partner(arles!, 'Café Nord')];
    const partnerAccount = acting(() => member({ role: 'partnerAdmin', organisationId: kept.organisationId, placeName: 'Café' }));
    const { mergeOrganisations } = await import('~/domain/network-merge/merge-organisations.server');
    for (const who of [brest!.as('officer'), brest!.as('counsellor'), brest!.as('manager'), brest!.as('admin'), regionalReader(), partnerAccount]) {
      const input = { keptId: kept.organisationId, mergedId: double.organisationId };
      expect(await refusalOf(who.do(mergeOrganisations, input))).toMatchObject({ refusal: { kind: 'forbidden' } });
      expect(await refusalOf(who.run((ctx) => organisationMergePreview(ctx, input.keptId, input.mergedId)))).toMatchObject({ refusal: { kind: 'forbidden' } });
      expect(await refusalOf(who.run(({ db }) => db.organisationPair.findMany()))).toBeInstanceOf(Error);
      expect(await refusalOf(who.run(({ db }) => db.organisationMerge.findMany()))).toBeInstanceOf(Error);
    }
    expect(await organisation(double.organisationId)).toMatchObject({ mergedIntoId: null });
  });
});
