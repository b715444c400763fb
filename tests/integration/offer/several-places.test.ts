import { beforeAll, describe, expect, test } from 'vitest';
import type { Ctx } from '~/access/context';
import { addSite } from '~/domain/agency/add-site.server';
import { addOffer } from '~/domain/offer/add-offer.server';
import { deleteOffer, restoreOffer } from '~/domain/offer/delete-offer.server';
import { duplicateOffer } from '~/domain/offer/duplicate-offer.server';
import { editOffer } from '~/domain/offer/edit-offer.server';
import { listOffers } from '~/domain/offer/list/list-offers.server';
import { readOfferFilters } from '~/domain/offer/list/offer-filters';
import { managedGroupOf, managedPageOf } from '~/domain/offer/managed-groups';
import { moveOffer } from '~/domain/offer/move-offer.server';
import { offerHistory } from '~/domain/offer/offer-history.server';
import { getOffer, managedOffers } from '~/domain/offer/offer.queries.server';
import type { TypedOffer } from '~/domain/offer/offer.schema';
import { restoreOfferValue } from '~/domain/offer/restore-offer-value.server';
import { addSession } from '~/domain/offer/session/write-session.server';
import { addPlace } from '~/domain/offer/spread/add-place.server';
import { editEverywhere } from '~/domain/offer/spread/edit-everywhere.server';
import { moveEverywhere } from '~/domain/offer/spread/move-everywhere.server';
import { otherPlaces } from '~/domain/offer/spread/places-of.server';
import { undoEverywhere } from '~/domain/offer/spread/undo-everywhere.server';
import { addPartner } from '~/domain/partner/add-partner.server';
import { mergePartners } from '~/domain/merge/merge-partners.server';
import * as undoRoute from '~/routes/staff/offers/undo-everywhere';
import { asActor, asSystem } from '~/server/db.server';
import { withTrace } from '~/server/log.server';
import { missionLocale, regionalReader } from '../../support/agencies';
import { visit } from '../../support/visits';
import { useDatabase } from '../../support/database';

useDatabase();

const rights: TypedOffer = { kind: 'workshop', title: 'Atelier accès aux droits', description: 'Papiers, logement, santé : sans rendez-vous.', themes: ['citoyennete'], audience: 'network', places: '6', contactName: 'Accueil', contactPhone: '05 62 00 00 00' };
const lourdes = { addressLine: '12, rue de l’Église', commune: 'Lourdes', postcode: '65100' };
const vic = { addressLine: 'Mairie', commune: 'Vic-en-Bigorre', postcode: '65500' };

/** A partner of Tarbes, and its offer, published, in Tarbes and in Lourdes and in Vic. */
async function threePlaces() {
  const ml = await missionLocale();
  const officer = ml.as('officer');
  const { partnershipId } = await officer.do(addPartner, { name: `Point d’accès ${crypto.randomUUID()}`, addressLine: '1 place de Verdun', commune: 'Tarbes', postcode: '65000' });
  const { offerId: tarbesId } = await officer.do(addOffer, { ...rights, partnershipId });
  await officer.do(moveOffer, { offerId: tarbesId, verb: 'publish' });
  const { offerId: lourdesId } = await officer.do(addPlace, { offerId: tarbesId, ...lourdes });
  const { offerId: vicId } = await officer.do(addPlace, { offerId: lourdesId, ...vic, contactName: 'Mairie', contactPhone: '05 62 11 11 11' });
  const read = (id: string) => officer.run((ctx) => ctx.db.offer.findFirstOrThrow({ where: { id } }));
  const states = async () => Promise.all([tarbesId, lourdesId, vicId].map(async (id) => (await read(id)).state));
  return { ml, officer, partnershipId, tarbesId, lourdesId, vicId, read, states };
}
const names = async (who: { do: Awaited<ReturnType<typeof threePlaces>>['officer']['do'] }, id: string) => (await who.do(otherPlaces, id)).map(({ name, address, state }) => [name, address, state].filter(Boolean).join(', '));
const refusalOf = (promise: Promise<unknown>) => promise.then(() => null, (error: Error) => error);

describe('la même offre en plusieurs lieux', () => {
  test('chaque lieu est une offre entière, publiée comme la première, avec son adresse et qui on y joint ; chacune mène aux autres', async () => {
    const { officer, tarbesId, lourdesId, vicId, read, partnershipId } = await threePlaces();
    expect(await read(lourdesId)).toMatchObject({ partnershipId, state: 'published', title: rights.title, description: rights.description, places: 6, audience: 'network', hasOwnPlace: true, addressLine: lourdes.addressLine, communeCode: '65286', placePrecision: 'commune', contactName: 'Accueil', contactPhone: '+33562000000', version: 2 });
    expect(await read(vicId)).toMatchObject({ communeCode: '65460', contactName: 'Mairie', contactPhone: '+33562111111', contactEmail: null });
    // The first is where its partner is, and nobody who has its form open is told of a change.
    expect(await read(tarbesId)).toMatchObject({ hasOwnPlace: false, version: 2 });
    expect(await names(officer, tarbesId)).toEqual(['Lourdes, 12, rue de l’Église, published', 'Vic-en-Bigorre, Mairie, published']);
    expect(await names(officer, vicId)).toEqual(['Lourdes, 12, rue de l’Église, published', 'Tarbes, 1 place de Verdun, published']);
    expect((await officer.do(offerHistory, tarbesId)).changes[0]).toMatchObject({ label: 'Lieux', to: 'proposée aussi ailleurs' });
    // Each is found by itself, and « Nos offres » tells one from another.
    const { rows } = await officer.do(listOffers, readOfferFilters(new URLSearchParams({ q: 'atelier droits' })).filters);
    expect(rows.filter(({ id }) => [tarbesId, lourdesId, vicId].includes(id))).toHaveLength(3);
    const managed = await officer.do(managedOffers, { ...managedPageOf(managedGroupOf('ouvertes')), page: 1 });
    expect(managed.offers.map(({ spread }) => spread).sort((a, b) => a!.commune!.localeCompare(b!.commune!))).toEqual(['Lourdes', 'Tarbes', 'Vic-en-Bigorre'].map((commune) => ({ places: 3, commune })));
  });

  test('l’offre de l’agence sans adresse est à son site principal : elle le dit, brouillon aussi, et n’y est pas ajoutée une seconde fois', async () => {
    const ml = await missionLocale();
    await ml.as('admin').do(addSite, { name: 'Tarbes', addressLine: '12 rue des Tilleuls', postcode: '65000', commune: 'Tarbes' });
    const officer = ml.as('officer');
    const { offerId } = await officer.do(addOffer, rights);
    const { offerId: otherId } = await officer.do(addPlace, { offerId, ...lourdes });
    await officer.do(addOffer, { ...rights, title: 'Ailleurs nulle part' });
    const { offerId: secondId } = await officer.do(addOffer, { ...rights, title: 'Une autre en deux lieux', hasOwnPlace: 'oui', ...vic });
    await officer.do(addPlace, { offerId: secondId, ...lourdes });
    expect(await names(officer, otherId)).toEqual(['Tarbes, 12 rue des Tilleuls, draft']);
    expect(await refusalOf(officer.do(addPlace, { offerId: otherId, addressLine: '12, rue des tilleuls', commune: 'Tarbes' }))).toMatchObject({ refusal: { kind: 'invalid', field: 'addressLine' } });
    const { offers } = await officer.do(managedOffers, { ...managedPageOf(managedGroupOf('a-publier')), page: 1 });
    expect(offers.map(({ spread }) => spread && `${spread.commune} ${spread.places}`).sort()).toEqual(['Lourdes 2', 'Lourdes 2', 'Tarbes 2', 'Vic-en-Bigorre 2', null]);
  });

  test('une adresse où elle est déjà est refusée à son champ : celle d’un autre lieu, celle du partenaire, en ajoutant comme en corrigeant', async () => {
    const { officer, tarbesId, lourdesId, vicId } = await threePlaces();
    const again = (place: object) => refusalOf(officer.do(addPlace, { offerId: vicId, ...place }));
    expect(await again({ addressLine: '12 RUE DE L’EGLISE', commune: 'lourdes' })).toMatchObject({ refusal: { kind: 'invalid', field: 'addressLine' }, message: expect.stringContaining('déjà proposée') as string });
    expect(await again({ addressLine: '1 place de Verdun', commune: 'Tarbes', postcode: '65000' })).toMatchObject({ refusal: { kind: 'invalid', field: 'addressLine' } });
    expect(await again({ addressLine: '12 rue de l’Église' })).toMatchObject({ refusal: { kind: 'invalid', field: 'commune' } });
    expect(await again({ commune: 'Lourdes', contactPhone: '12' })).toMatchObject({ refusal: { kind: 'invalid', field: 'contactPhone' } });
    const moved = await refusalOf(officer.do(editOffer, { offerId: vicId, version: 2, ...rights, hasOwnPlace: 'oui', ...lourdes }));
    expect(moved).toMatchObject({ refusal: { kind: 'invalid', field: 'addressLine' } });
    await officer.do(moveOffer, { offerId: lourdesId, verb: 'archive' });
    expect(await again(lourdes)).toMatchObject({ message: expect.stringContaining('dans les archives') as string });
    expect(await names(officer, tarbesId)).toHaveLength(1);
    // Two people at once, from two places of it: one of them is told.
    const both = await Promise.all([tarbesId, vicId].map((offerId) => refusalOf(officer.do(addPlace, { offerId, commune: 'Bagnères-de-Bigorre' }))));
    expect(both.filter((error) => error === null)).toHaveLength(1);
    expect(both.find((error) => error !== null)).toMatchObject({ refusal: { kind: 'invalid', field: 'commune' } });
  });

  test('qui ne publie pas propose le lieu d’une offre publiée ; d’un brouillon, c’est un brouillon', async () => {
    const { ml, officer, tarbesId } = await threePlaces();
    expect(await ml.as('counsellor').do(addPlace, { offerId: tarbesId, commune: 'Lannemezan' })).toMatchObject({ state: 'submitted' });
    const { offerId } = await officer.do(addOffer, rights);
    const { offerId: otherId, state } = await officer.do(addPlace, { offerId, ...lourdes });
    expect(state).toBe('draft');
    // A place that was taken away leaves the others together, and comes back among them, even the first.
    await officer.do(addPlace, { offerId, ...vic });
    await officer.do(deleteOffer, { offerId });
    expect((await names(officer, otherId)).map((name) => name.split(',')[0])).toEqual(['Vic-en-Bigorre']);
    expect(await refusalOf(officer.do(addPlace, { offerId, commune: 'Tarbes' }))).toMatchObject({ refusal: { kind: 'conflict' } });
    await officer.do(restoreOffer, { offerId });
    expect(await names(officer, otherId)).toHaveLength(2);
    // Not where another place of it is by now: neither taken away and noted again, nor put back by the history.
    await officer.do(deleteOffer, { offerId: otherId });
    await officer.do(addPlace, { offerId, ...lourdes });
    expect(await refusalOf(officer.do(restoreOffer, { offerId: otherId }))).toMatchObject({ refusal: { kind: 'conflict' }, message: expect.stringContaining('déjà proposée') as string });
    // A copy is another offer.
    const { offerId: copyId } = await officer.do(duplicateOffer, { offerId });
    expect(await names(officer, copyId)).toEqual([]);
  });

  test('le nombre de questions ne dépend pas du nombre de lieux', async () => {
    const { ml, officer, tarbesId } = await threePlaces();
    const queries = async (work: (ctx: Ctx) => Promise<unknown>) => {
      const trace = { requestId: crypto.randomUUID(), queries: 0 };
      await withTrace(trace, () => officer.run(work));
      return trace.queries;
    };
    await ml.person('officer');
    const none = await queries(async () => {});
    const page = async () => (await queries(async (ctx) => { const { isSpread } = await getOffer(ctx, tarbesId); if (isSpread) await otherPlaces(ctx, tarbesId); })) - none;
    expect(await page()).toBe(5);
    await officer.do(addPlace, { offerId: tarbesId, commune: 'Lannemezan' });
    expect(await page()).toBe(5);
  });
});

describe('corriger tous les lieux', () => {
  test('ce qui change change partout, avec l’histoire de chacun ; l’adresse, les sessions et l’état de chacun restent', async () => {
    const { officer, tarbesId, lourdesId, vicId, read } = await threePlaces();
    await officer.do(moveOffer, { offerId: vicId, verb: 'pause' });
    await officer.do(addSession, { offerId: lourdesId, startsOn: '2030-01-15', startsAt: '9h', endsAt: '11h', seats: '3' });
    expect(await officer.do(editEverywhere, { everywhere: true, offerId: lourdesId, version: 2, ...rights, hasOwnPlace: 'oui', ...lourdes, addressLine: '14 rue Larrey', title: 'Permanence des droits', zones: ['d65'] })).toEqual({ changed: 2, kept: [] });
    expect(await officer.run((ctx) => ctx.db.offerSession.count({ where: { offerId: { in: [tarbesId, vicId] } } }))).toBe(0);
    expect(await read(tarbesId)).toMatchObject({ title: 'Permanence des droits', zones: ['d65'], hasOwnPlace: false, state: 'published', contactName: 'Accueil' });
    expect(await read(vicId)).toMatchObject({ title: 'Permanence des droits', addressLine: 'Mairie', communeCode: '65460', state: 'paused', contactName: 'Mairie' });
    expect((await officer.do(offerHistory, vicId)).changes.find(({ label }) => label === 'Titre')).toMatchObject({ from: rights.title, to: 'Permanence des droits', who: expect.stringContaining('Camille') as string });
    // Neither the archives nor what was taken away.
    const { offerId: draftId } = await officer.do(addPlace, { offerId: vicId, commune: 'Lannemezan' });
    await officer.do(deleteOffer, { offerId: draftId });
    await officer.do(moveOffer, { offerId: lourdesId, verb: 'archive' });
    expect(await officer.do(editEverywhere, { everywhere: true, offerId: tarbesId, version: 3, ...rights, title: 'Permanence des droits', zones: [] })).toEqual({ changed: 1, kept: [] });
    for (const id of [lourdesId, draftId]) expect((await read(id)).zones).toEqual(['d65']);
    expect(await officer.do(moveEverywhere, { offerId: tarbesId, verb: 'publish' }).then(({ moved }) => moved)).toBe(1);
    expect((await read(draftId)).state).toBe('draft');
    // Unticked, the others stay.
    await officer.do(editEverywhere, { everywhere: false, offerId: tarbesId, version: 4, ...rights, title: 'À Tarbes seulement' });
    expect((await read(vicId)).title).toBe('Permanence des droits');
  });

  test('un lieu changé entre-temps garde sa valeur, et on le dit ; une correction périmée n’écrit nulle part', async () => {
    const { ml, officer, tarbesId, lourdesId, vicId, read } = await threePlaces();
    await ml.as('counsellor').do(editOffer, { offerId: lourdesId, version: 2, ...rights, hasOwnPlace: 'oui', ...lourdes, places: '12' });
    expect(await officer.do(editEverywhere, { everywhere: true, offerId: tarbesId, version: 2, ...rights, title: 'Droits', places: '8' })).toEqual({ changed: 2, kept: [{ offerId: lourdesId, name: 'Lourdes', fields: ['Places'] }] });
    expect(await read(lourdesId)).toMatchObject({ title: 'Droits', places: 12 });
    expect(await read(vicId)).toMatchObject({ title: 'Droits', places: 8 });
    expect(await refusalOf(officer.do(editEverywhere, { everywhere: true, offerId: tarbesId, version: 2, ...rights, title: 'Trop tard' }))).toMatchObject({ refusal: { kind: 'stale' } });
    expect((await read(vicId)).title).toBe('Droits');
  });
});

describe('tous les lieux à la fois', () => {
  test('retirer partout, puis annuler : chacun est où il était, sauf celui qu’on a bougé depuis ; renouveler aussi s’annule', async () => {
    const { ml, officer, tarbesId, lourdesId, vicId, states, read } = await threePlaces();
    await officer.do(moveOffer, { offerId: vicId, verb: 'pause' });
    const actor = await ml.person('officer');
    const gesture = crypto.randomUUID();
    expect(await asActor(actor, gesture, (ctx) => moveEverywhere(ctx, { offerId: lourdesId, verb: 'withdraw' }))).toEqual({ moved: 3 });
    expect(await states()).toEqual(['withdrawn', 'withdrawn', 'withdrawn']);
    expect(await refusalOf(officer.do(moveEverywhere, { offerId: lourdesId, verb: 'pause' }))).toMatchObject({ refusal: { kind: 'conflict' } });
    await officer.do(moveOffer, { offerId: tarbesId, verb: 'archive' });
    // Neither another person nor another gesture.
    expect(await refusalOf(ml.as('manager').do(undoEverywhere, { offerId: tarbesId, gesture }))).toMatchObject({ refusal: { kind: 'conflict' } });
    expect(await refusalOf(officer.do(undoEverywhere, { offerId: tarbesId, gesture: '' }))).toMatchObject({ refusal: { kind: 'conflict' } });
    expect(await officer.do(undoEverywhere, { offerId: tarbesId, gesture })).toEqual({ undone: 2 });
    expect(await states()).toEqual(['archived', 'published', 'paused']);
    expect(await refusalOf(officer.do(undoEverywhere, { offerId: tarbesId, gesture }))).toMatchObject({ refusal: { kind: 'conflict' } });
    // What is archived is left where it is.
    const renewal = crypto.randomUUID();
    await officer.do(moveOffer, { offerId: vicId, verb: 'fill' });
    expect(await asActor(actor, renewal, (ctx) => moveEverywhere(ctx, { offerId: lourdesId, verb: 'renew' }))).toEqual({ moved: 2 });
    expect(await states()).toEqual(['archived', 'published', 'published']);
    expect((await read(vicId)).closesOn).not.toBeNull();
    expect(await officer.do(undoEverywhere, { offerId: vicId, gesture: renewal })).toEqual({ undone: 2 });
    expect(await states()).toEqual(['archived', 'published', 'filled']);
    expect(await read(vicId)).toMatchObject({ closesOn: null, opensOn: null });
    // An hour later it is too late.
    expect(await asActor(actor, renewal, (ctx) => moveEverywhere(ctx, { offerId: lourdesId, verb: 'renew' }))).toEqual({ moved: 2 });
    expect(await refusalOf(officer.run((ctx) => undoEverywhere({ ...ctx, now: new Date(ctx.now.getTime() + 61 * 60_000) }, { offerId: vicId, gesture: renewal })))).toMatchObject({ refusal: { kind: 'conflict' } });
  });

  test('« Annuler » ramène à l’offre, même quand il n’y a plus rien à annuler, et le dit', async () => {
    const { ml, tarbesId, states } = await threePlaces();
    const actor = await ml.person('officer');
    const gesture = crypto.randomUUID();
    await asActor(actor, gesture, (ctx) => moveEverywhere(ctx, { offerId: tarbesId, verb: 'pause' }));
    const cancel = () => visit({ file: '', address: '/offres/:offerId/lieux/annuler', module: undoRoute }, actor, { params: { offerId: tarbesId }, search: `?geste=${gesture}`, form: {} });
    for (let time = 0; time < 2; time += 1) expect(await cancel()).toMatchObject({ status: 302, to: `/offres/${tarbesId}` });
    expect(await states()).toEqual(['published', 'published', 'published']);
  });

  test('toujours d’actualité, dans tous les lieux', async () => {
    const { ml, tarbesId, lourdesId, vicId, read } = await threePlaces();
    const old = new Date('2026-01-05');
    await asSystem('a test lets weeks pass', (db) => db.offer.updateMany({ where: { missionLocaleId: ml.id }, data: { confirmedAt: old } }));
    await ml.as('counsellor').do(moveOffer, { offerId: vicId, verb: 'fill' });
    expect(await ml.as('counsellor').do(moveEverywhere, { offerId: tarbesId, verb: 'confirm' })).toEqual({ moved: 2 });
    expect((await read(lourdesId)).confirmedAt).not.toEqual(old);
    expect((await read(vicId)).confirmedAt).toEqual(old);
  });

  test('une adresse d’avant, prise depuis par un autre lieu, ne revient pas par l’historique', async () => {
    const { officer, tarbesId, lourdesId, read } = await threePlaces();
    await officer.do(editOffer, { offerId: lourdesId, version: 2, ...rights, hasOwnPlace: 'oui', ...lourdes, addressLine: '14 rue Larrey' });
    await officer.do(addPlace, { offerId: tarbesId, ...lourdes });
    const { restore } = (await officer.do(offerHistory, lourdesId)).changes.find(({ label }) => label === 'Adresse')!;
    expect(await refusalOf(officer.do(restoreOfferValue, { offerId: lourdesId, ...restore!, version: 3 }))).toMatchObject({ refusal: { kind: 'conflict' }, message: expect.stringContaining('déjà proposée') as string });
    expect((await read(lourdesId)).addressLine).toBe('14 rue Larrey');
  });

  test('qui ne publie pas ne publie ni ne prolonge partout', async () => {
    const { ml, tarbesId, states } = await threePlaces();
    expect(await refusalOf(ml.as('counsellor').do(moveEverywhere, { offerId: tarbesId, verb: 'pause' }))).toBeNull();
    expect(await refusalOf(ml.as('counsellor').do(moveEverywhere, { offerId: tarbesId, verb: 'publish' }))).toMatchObject({ refusal: { kind: 'forbidden' } });
    expect(await states()).toEqual(['paused', 'paused', 'paused']);
  });
});

describe('les autres agences', () => {
  let place: Awaited<ReturnType<typeof threePlaces>>;
  let stranger: Awaited<ReturnType<typeof missionLocale>>;
  beforeAll(async () => {
    [place, stranger] = [await threePlaces(), await missionLocale({ regionCode: '11', departementCode: '75' })];
  });

  test('lisent les lieux publiés, jamais ceux qui sont fermés', async () => {
    await place.officer.do(moveOffer, { offerId: place.vicId, verb: 'pause' });
    const counsellor = stranger.as('counsellor');
    expect(await names(counsellor, place.tarbesId)).toEqual(['Lourdes, 12, rue de l’Église, published']);
    expect((await names(counsellor, place.lourdesId)).map((name) => name.split(',')[0])).toEqual(['Tarbes']);
    // The region reads what is closed by its own page, not as a place where one may go.
    expect(await names(regionalReader(), place.tarbesId)).toEqual(['Lourdes, 12, rue de l’Église, published']);
    expect(await counsellor.do(getOffer, place.tarbesId)).not.toHaveProperty('spreadId');
  });

  test('n’y ajoutent ni n’y changent rien, et un lien forgé ne relie rien', async () => {
    const officer = stranger.as('officer');
    const { tarbesId, lourdesId, states } = place;
    const before = await states();
    const attempts: ((ctx: Ctx) => Promise<unknown>)[] = [
      (ctx: Ctx) => addPlace(ctx, { offerId: tarbesId, commune: 'Lannemezan' }),
      (ctx: Ctx) => editEverywhere(ctx, { everywhere: true, offerId: tarbesId, version: 2, ...rights, title: 'Forgé' }),
      (ctx: Ctx) => moveEverywhere(ctx, { offerId: tarbesId, verb: 'withdraw' }),
      (ctx: Ctx) => undoEverywhere(ctx, { offerId: tarbesId, gesture: 'x' }),
    ];
    for (const attempt of attempts) expect(await refusalOf(officer.run(attempt))).toMatchObject({ refusal: { kind: 'notFound' } });
    // Even written by hand into their own row, the id of another agency means nothing there.
    const { offerId } = await officer.do(addOffer, { ...rights, title: 'Forgée' });
    await officer.do(moveOffer, { offerId, verb: 'publish' });
    await officer.run((ctx) => ctx.db.offer.updateMany({ where: { id: offerId }, data: { spreadId: tarbesId } }));
    expect(await names(officer, offerId)).toEqual([]);
    expect((await names(place.officer, tarbesId)).join()).not.toContain('Forgée');
    await officer.do(editEverywhere, { everywhere: true, offerId, version: 2, ...rights, title: 'Forgée encore' });
    await officer.do(moveEverywhere, { offerId, verb: 'withdraw' });
    expect(await states()).toEqual(before);
    expect((await place.read(lourdesId)).title).toBe(rights.title);
  });
});

test('deux partenaires fusionnés : les lieux suivent ensemble', async () => {
  const { officer, ml, partnershipId, tarbesId } = await threePlaces();
  const { partnershipId: keptId } = await officer.do(addPartner, { name: 'Point d’accès aux droits', commune: 'Tarbes', postcode: '65000' });
  await ml.as('manager').do(mergePartners, { keptId, mergedId: partnershipId });
  expect(await names(officer, tarbesId)).toHaveLength(2);
  expect(await asSystem('a test reads who holds them', (db) => db.offer.count({ where: { missionLocaleId: ml.id, partnershipId: keptId } }))).toBe(3);
});
