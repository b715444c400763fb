import { describe, expect, test } from 'vitest';
import { roles, may, type Role } from '~/access/permissions';
import { addOffer } from '~/domain/offer/add-offer.server';
import { deleteOffer, restoreOffer } from '~/domain/offer/delete-offer.server';
import { duplicateOffer } from '~/domain/offer/duplicate-offer.server';
import { editOffer } from '~/domain/offer/edit-offer.server';
import { expireOffers } from '~/domain/offer/expire-offers.server';
import { moveOffer } from '~/domain/offer/move-offer.server';
import { listOffers } from '~/domain/offer/list/list-offers.server';
import { readOfferFilters } from '~/domain/offer/list/offer-filters';
import { offerHistory } from '~/domain/offer/offer-history.server';
import { nextOfferState, offerStateNames, offerVerbNames, offerVerbs } from '~/domain/offer/offer.lifecycle';
import type { TypedOffer } from '~/domain/offer/offer.schema';
import { confirmOffer, renewOffer } from '~/domain/offer/renew-offer.server';
import { restoreOfferValue } from '~/domain/offer/restore-offer-value.server';
import { offersOfPartner } from '~/domain/offer/offers-of-partner.server';
import { addSession } from '~/domain/offer/session/write-session.server';
import { addPartner } from '~/domain/partner/add-partner.server';
import { addDays, parisDay } from '~/domain/text/paris-day';
import { asSystem } from '~/server/db.server';
import { missionLocale, regionalReader } from '../../support/agencies';
import { useDatabase } from '../../support/database';

useDatabase();
const refusalOf = (promise: Promise<unknown>) => promise.then(() => null, (error: Error) => error);
const today = parisDay(new Date());
const inDays = (days: number) => addDays(today, days);
const waiter: TypedOffer = { kind: 'job', title: 'Serveur ou serveuse en salle', description: 'Service du midi et du soir.', romes: ['G1803'], contract: 'CDD', weeklyHours: '35', audience: 'agency' };

async function inn() {
  const ml = await missionLocale();
  const officer = ml.as('officer');
  const { partnershipId } = await officer.do(addPartner, { name: 'Auberge', commune: 'Tarbes', postcode: '65000' });
  const add = async (more: Partial<TypedOffer> = {}) => (await officer.do(addOffer, { partnershipId, ...waiter, ...more })).offerId;
  const read = (offerId: string) => officer.run((ctx) => ctx.db.offer.findFirstOrThrow({ where: { id: offerId } }));
  return { ml, officer, partnershipId, add, read };
}
const visible = (who: { run: Awaited<ReturnType<typeof inn>>['officer']['run'] }, id: string) => who.run((ctx) => ctx.db.offer.count({ where: { id } }));

test('qui écrit sans publier ne montre pas plus loin une offre publiée : ni en la corrigeant, ni par son historique', async () => {
  const ml = await missionLocale();
  const [writer, publisher] = [ml.as('counsellor'), ml.as('officer')];
  const { offerId } = await writer.do(addOffer, { ...waiter, audience: 'network' });
  await writer.do(editOffer, { offerId, version: 1, ...waiter, audience: 'agency' });
  await publisher.do(moveOffer, { offerId, verb: 'publish' });
  const refused = await refusalOf(writer.do(editOffer, { offerId, version: 3, ...waiter, audience: 'public' }));
  expect(refused).toMatchObject({ refusal: { kind: 'invalid', field: 'audience' }, message: expect.stringContaining('plus loin') as string });
  const { entries } = await writer.run(async ({ db }) => ({ entries: await db.$queryRaw<{ id: string }[]>`SELECT id::text FROM audit.entry WHERE record_id = ${offerId}::uuid AND table_name = 'offer' AND before ? 'audience' AND operation = 'U'` }));
  const back = { offerId, entryId: entries[0]!.id, column: 'audience', version: 3 };
  expect(await refusalOf(writer.do(restoreOfferValue, back))).toMatchObject({ refusal: { kind: 'conflict' }, message: expect.stringContaining('plus loin') as string });
  expect(await visible((await missionLocale()).as('counsellor'), offerId)).toBe(0);
  // Nearer is nobody's loss, and who publishes goes as far as they like.
  await publisher.do(restoreOfferValue, back);
  await writer.do(editOffer, { offerId, version: 4, ...waiter, audience: 'region' });
  expect(await visible((await missionLocale()).as('counsellor'), offerId)).toBe(1);
});

describe('une offre', () => {
  test('s’écrit en brouillon, avec sa thématique habituelle et le lieu de son partenaire', async () => {
    const { add, read } = await inn();
    expect(await read(await add())).toMatchObject({ state: 'draft', kind: 'job', themeCodes: ['emploi'], romes: ['G1803'], contract: 'CDD', hasOwnPlace: false, communeCode: null });
  });

  test('ne garde que les champs de sa sorte : un atelier n’a ni contrat ni salaire', async () => {
    const { add, read } = await inn();
    const offer = await read(await add({ kind: 'workshop', title: 'Atelier CV', pay: '11,88 € de l’heure', level: '4', themes: ['formation'] }));
    expect(offer).toMatchObject({ contract: null, weeklyHours: null, pay: null, romes: [], level: null, themeCodes: ['formation'] });
  });

  test('garde ce que sa sorte demande : ce que prépare une alternance ou une formation, ce que touche un stage, les heures d’une immersion', async () => {
    const { officer, add, read } = await inn();
    const all = { prepares: 'CAP fleuriste, CFA de Tarbes', pay: '4,35 € de l’heure', weeklyHours: '35', romes: [] };
    const kept = async (kind: TypedOffer['kind']) => {
      const { prepares, pay, weeklyHours } = await read(await add({ ...all, kind }));
      return [prepares, pay, weeklyHours && Number(weeklyHours)];
    };
    expect(await kept('apprenticeship')).toEqual([all.prepares, all.pay, 35]);
    expect(await kept('training')).toEqual([all.prepares, all.pay, 35]);
    expect(await kept('internship')).toEqual([null, all.pay, 35]);
    expect(await kept('immersion')).toEqual([null, null, 35]);
    expect(await kept('service')).toEqual([null, null, null]);
    const offerId = await add({ ...all, kind: 'apprenticeship', title: 'Vente en boutique' });
    await officer.do(moveOffer, { offerId, verb: 'publish' });
    const found = await officer.do(listOffers, readOfferFilters(new URLSearchParams('q=cap+fleuriste')).filters);
    expect(found.rows.map(({ id }) => id)).toEqual([offerId]);
  });

  test('a lieu ailleurs que chez le partenaire : la commune est trouvée', async () => {
    const { add, read } = await inn();
    expect(await read(await add({ hasOwnPlace: 'oui', commune: 'lourdes', postcode: '65100' }))).toMatchObject({ communeCode: '65286', departementCode: '65', placePrecision: 'commune' });
  });

  test.each<[string, Partial<TypedOffer>, string, RegExp]>([
    ['ferme avant d’ouvrir', { opensOn: '2026-12-02', closesOn: '2026-12-01' }, 'closesOn', /ferment avant d’ouvrir/],
    ['finit avant de commencer', { startsOn: '2026-12-02', endsOn: '2026-12-01' }, 'endsOn', /avant le début/],
    ['moins trois places', { places: '-3' }, 'places', /nombre de places/],
    ['zéro place', { places: '0' }, 'places', /nombre de places/],
    ['cent heures par semaine', { weeklyHours: '61' }, 'weeklyHours', /60 heures/],
    ['de 25 à 18 ans', { ageMin: '25', ageMax: '18' }, 'ageMax', /plus haut/],
    ['un métier inventé', { romes: ['Z9999'] }, 'romes.0', /code de métier/],
    ['un lien sans lien', { mobilisationModes: ['utiliser-lien-mobilisation'] }, 'mobilisationUrl', /lien d’inscription/],
    ['ailleurs, mais où', { hasOwnPlace: 'oui' }, 'commune', /commune/],
    ['sans titre', { title: ' ' }, 'title', /titre/],
  ])('%s : refusée à son champ', async (_what, typed, field, sentence) => {
    const { officer, partnershipId } = await inn();
    expect(await refusalOf(officer.do(addOffer, { partnershipId, ...waiter, ...typed }))).toMatchObject({ message: expect.stringMatching(sentence) as string, refusal: { kind: 'invalid', field } });
  });

  test('se corrige ; deux personnes en même temps : la seconde voit ce qui diffère', async () => {
    const { officer, add, read } = await inn();
    const offerId = await add();
    await officer.do(editOffer, { offerId, version: 1, ...waiter, weeklyHours: '28,5' });
    expect(Number((await read(offerId)).weeklyHours)).toBe(28.5);
    expect(await refusalOf(officer.do(editOffer, { offerId, version: 1, ...waiter, title: 'Commis de salle' }))).toMatchObject({
      refusal: { kind: 'stale', changes: [expect.objectContaining({ label: 'Titre', yours: 'Commis de salle' }), expect.objectContaining({ label: 'Heures par semaine', theirs: '28,5', yours: '35' })] },
    });
  });

  test('publiée, elle garde ce qu’il faut pour l’être : ni sans description, ni fermée hier', async () => {
    const { officer, add, read } = await inn();
    const offerId = await add();
    await officer.do(moveOffer, { offerId, verb: 'publish' });
    const edit = (more: Partial<TypedOffer>) => officer.do(editOffer, { offerId, version: 2, ...waiter, ...more });
    expect(await refusalOf(edit({ description: ' ' }))).toMatchObject({ refusal: { kind: 'invalid', field: 'description' } });
    expect(await refusalOf(edit({ closesOn: inDays(-1) }))).toMatchObject({ refusal: { kind: 'invalid', field: 'closesOn' } });
    expect(await read(offerId)).toMatchObject({ version: 2, description: waiter.description });
    await edit({ closesOn: today });
    await officer.do(moveOffer, { offerId, verb: 'pause' });
    await officer.do(editOffer, { offerId, version: 4, ...waiter, closesOn: inDays(-1) });
    await officer.do(moveOffer, { offerId, verb: 'withdraw' });
  });

  test('change de partenaire, ou devient celle de l’agence ; l’historique dit de qui à qui', async () => {
    const { officer, add, read, partnershipId } = await inn();
    const { partnershipId: hotel } = await officer.do(addPartner, { name: 'Hôtel du Lac' });
    const offerId = await add();
    await officer.do(editOffer, { offerId, version: 1, ...waiter, partnershipId: hotel });
    await officer.do(editOffer, { offerId, version: 2, ...waiter, title: 'Plonge' });
    expect((await read(offerId)).partnershipId).toBe(hotel);
    await officer.do(editOffer, { offerId, version: 3, ...waiter, partnershipId: null });
    expect((await read(offerId)).partnershipId).toBeNull();
    const { changes } = await officer.do(offerHistory, offerId);
    expect(changes.filter(({ label }) => label === 'Qui la propose').map(({ from, to }) => [from, to])).toEqual([['Hôtel du Lac', 'l’agence'], ['Auberge', 'Hôtel du Lac']]);
    const elsewhere = await (await missionLocale()).as('officer').do(addPartner, { name: 'Ailleurs' });
    expect(await refusalOf(officer.do(editOffer, { offerId, version: 4, ...waiter, partnershipId: elsewhere.partnershipId }))).toMatchObject({ refusal: { kind: 'notFound' } });
    await officer.run(({ db }) => db.partnership.updateMany({ where: { id: partnershipId }, data: { stage: 'archived' } }));
    expect(await refusalOf(officer.do(editOffer, { offerId, version: 4, ...waiter, partnershipId }))).toMatchObject({ refusal: { kind: 'conflict' } });
  });

  test('de partenaire archivé, elle ne se publie ni ne se renouvelle : personne ne la trouverait', async () => {
    const { officer, add, partnershipId } = await inn();
    const [draft, open] = [await add(), await add({ title: 'Plonge' })];
    await officer.do(moveOffer, { offerId: open, verb: 'publish' });
    await officer.do(moveOffer, { offerId: open, verb: 'fill' });
    await officer.run(({ db }) => db.partnership.updateMany({ where: { id: partnershipId }, data: { stage: 'archived' } }));
    expect(await refusalOf(officer.do(moveOffer, { offerId: draft, verb: 'publish' }))).toMatchObject({ message: expect.stringContaining('archivé') as string, refusal: { kind: 'conflict' } });
    expect(await refusalOf(officer.do(renewOffer, { offerId: open }))).toMatchObject({ refusal: { kind: 'conflict' } });
  });

  test('venue d’ailleurs, elle ne se corrige ni ne se renouvelle ici', async () => {
    const { officer, add } = await inn();
    const offerId = await add();
    await asSystem('a test: it comes from elsewhere', (db) => db.offer.updateMany({ where: { id: offerId }, data: { origin: 'franceTravail', sourceId: '123ABC' } }));
    expect(await refusalOf(officer.do(editOffer, { offerId, version: 2, ...waiter }))).toMatchObject({ refusal: { kind: 'conflict' } });
    expect(await refusalOf(officer.do(renewOffer, { offerId }))).toMatchObject({ refusal: { kind: 'conflict' } });
  });

  test('se copie en brouillon, sans ses dates', async () => {
    const { officer, add, read } = await inn();
    const offerId = await add({ startsOn: inDays(6), closesOn: inDays(20) });
    await officer.do(moveOffer, { offerId, verb: 'publish' });
    expect(await read((await officer.do(duplicateOffer, { offerId })).offerId)).toMatchObject({ title: 'Serveur ou serveuse en salle (copie)', state: 'draft', startsOn: null, closesOn: null, publishedAt: null, contract: 'CDD' });
  });

  test('se supprime tant qu’elle n’a pas été publiée, et se rétablit', async () => {
    const { officer, add, read } = await inn();
    const offerId = await add();
    await officer.do(deleteOffer, { offerId });
    expect((await read(offerId)).deletedAt).not.toBeNull();
    await officer.do(restoreOffer, { offerId });
    await officer.do(moveOffer, { offerId, verb: 'publish' });
    expect(await refusalOf(officer.do(deleteOffer, { offerId }))).toMatchObject({ refusal: { kind: 'conflict' } });
  });
});

describe('la vie d’une offre', () => {
  test('avance comme la table le dit, pour chaque état, verbe et rôle', async () => {
    const { ml, add } = await inn();
    const offerId = await add();
    const wrong: string[] = [];
    for (const role of ['officer', 'counsellor', 'manager', 'admin'] as const satisfies Role[]) {
      for (const state of offerStateNames) {
        for (const verb of offerVerbNames) {
          await asSystem('a test sets the state', (db) => db.offer.updateMany({ where: { id: offerId }, data: { state, stateBeforeArchive: state === 'archived' ? 'filled' : null } }));
          const { permission } = offerVerbs[verb];
          const to = nextOfferState({ state, stateBeforeArchive: 'filled' }, verb);
          const expected = permission === null || !may(role, permission) ? 'forbidden' : to === null ? 'conflict' : to;
          const found = await ml.as(role).do(moveOffer, { offerId, verb }).then(({ state: now }) => now, (error: { refusal?: { kind: string } }) => error.refusal?.kind);
          if (found !== expected) wrong.push(`${roles[role]}, ${state}, ${verb} : ${found} au lieu de ${expected}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  test('échoit le lendemain de sa date limite, une seule fois', async () => {
    const { officer, add, read } = await inn();
    const [open, over, run] = [await add({ closesOn: today }), await add({ closesOn: inDays(1) }), await add({ startsOn: today, endsOn: inDays(1) })];
    for (const offerId of [open, over, run]) await officer.do(moveOffer, { offerId, verb: 'publish' });
    const now = new Date();
    expect(await asSystem('the night', (db) => expireOffers(db, now))).toBe(0);
    const tomorrow = new Date(now.getTime() + 86_400_000);
    expect(await asSystem('the night', (db) => expireOffers(db, tomorrow))).toBe(1);
    expect(await asSystem('the night', (db) => expireOffers(db, tomorrow))).toBe(0);
    expect([(await read(open)).state, (await read(over)).state, (await read(run)).state]).toEqual(['expired', 'published', 'published']);
  });

  test('se renouvelle en un clic, et se dit encore actuelle', async () => {
    const { officer, add, read } = await inn();
    const offerId = await add({ closesOn: today });
    await officer.do(moveOffer, { offerId, verb: 'publish' });
    await asSystem('the night', (db) => expireOffers(db, new Date(Date.now() + 86_400_000)));
    const { closesOn } = await officer.do(renewOffer, { offerId });
    expect(closesOn).toBe(inDays(7));
    expect(await read(offerId)).toMatchObject({ state: 'published' });
    const before = (await read(offerId)).confirmedAt;
    await officer.do(confirmOffer, { offerId });
    expect((await read(offerId)).confirmedAt?.getTime()).toBeGreaterThan(before?.getTime() ?? 0);
  });

  test('close hier, elle ne se publie pas sans qu’on change sa date', async () => {
    const { officer, add } = await inn();
    const offerId = await add({ closesOn: inDays(-1) });
    expect(await refusalOf(officer.do(moveOffer, { offerId, verb: 'publish' }))).toMatchObject({ message: expect.stringMatching(/date limite est passée/) as string, refusal: { kind: 'invalid', field: 'closesOn' } });
  });
});

test('l’onglet Offres d’un partenaire : par où elles en sont, avec les comptes, la source et la prochaine session ; d’abord ce qui n’est pas vide', async () => {
  const { officer, partnershipId, add } = await inn();
  const tab = (group: string | null = null, page = 1) => officer.do(offersOfPartner, { partnershipId, group, page });
  expect(await tab()).toMatchObject({ chosen: 'ouvertes', offers: [] });
  const draft = await add({ kind: 'workshop', title: 'Atelier' });
  await officer.do(addSession, { offerId: draft, startsOn: '2086-01-15', startsAt: '9h', endsAt: '11h', seats: '3' });
  expect(await tab()).toMatchObject({ chosen: 'a-publier', offers: [{ title: 'Atelier', nextSession: { from: '2086-01-15T09:00', left: 3 } }] });
  expect(await tab('ouvertes')).toMatchObject({ chosen: 'ouvertes', offers: [] });
  const fed = await add();
  await officer.do(moveOffer, { offerId: fed, verb: 'publish' });
  await asSystem('a test: it comes from elsewhere', (db) => db.offer.updateMany({ where: { id: fed }, data: { origin: 'franceTravail', sourceId: '123ABC' } }));
  expect(await tab()).toMatchObject({ chosen: 'ouvertes', offers: [{ origin: 'franceTravail' }], hasMore: false, groups: [{ code: 'ouvertes', count: 1 }, { code: 'a-publier', count: 1 }, { count: 0 }, { count: 0 }] });
});

describe('qui la trouve', () => {
  test.each([
    ['agency', [1, 0, 0, 1]],
    ['region', [1, 1, 0, 1]],
    ['network', [1, 1, 1, 1]],
    ['public', [1, 1, 1, 1]],
  ] as const)('%s : l’agence, une voisine, une lointaine, sa région', async (audience, seen) => {
    const { officer, add } = await inn();
    const [neighbour, far] = [await missionLocale(), await missionLocale({ regionCode: '53', departementCode: '29' })];
    const offerId = await add({ audience });
    const everybody = [officer, neighbour.as('counsellor'), far.as('counsellor'), regionalReader('76')];
    expect(await Promise.all(everybody.map((who) => visible(who, offerId)))).toEqual([1, 0, 0, 0]); // a draft
    await officer.do(moveOffer, { offerId, verb: 'publish' });
    expect(await Promise.all(everybody.map((who) => visible(who, offerId)))).toEqual(seen);
    await officer.do(moveOffer, { offerId, verb: 'pause' });
    expect(await Promise.all(everybody.map((who) => visible(who, offerId)))).toEqual([1, 0, 0, 1]);
  });

  test('une autre agence qui la lit ne la change pas', async () => {
    const { officer, add, read } = await inn();
    const offerId = await add({ audience: 'network' });
    await officer.do(moveOffer, { offerId, verb: 'publish' });
    const other = (await missionLocale()).as('admin');
    for (const attempt of [() => other.do(moveOffer, { offerId, verb: 'pause' as const }), () => other.do(editOffer, { offerId, version: 2, ...waiter }), () => other.do(duplicateOffer, { offerId })]) {
      expect(await refusalOf(attempt())).toMatchObject({ refusal: { kind: 'notFound' } });
    }
    expect(await other.run((ctx) => ctx.db.offer.updateMany({ where: { id: offerId }, data: { title: 'À nous' } }))).toEqual({ count: 0 });
    expect((await read(offerId)).title).toBe(waiter.title);
  });
});
