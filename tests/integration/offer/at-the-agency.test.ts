import { beforeAll, expect, test } from 'vitest';
import { addSite } from '~/domain/agency/add-site.server';
import { closeSite, makeSiteMain } from '~/domain/agency/close-site.server';
import { editSite } from '~/domain/agency/edit-site.server';
import { addOffer } from '~/domain/offer/add-offer.server';
import { offersByIds } from '~/domain/offer/kept/kept-offers.queries.server';
import { listOffers } from '~/domain/offer/list/list-offers.server';
import { readOfferFilters } from '~/domain/offer/list/offer-filters';
import { moveOffer } from '~/domain/offer/move-offer.server';
import { getOffer } from '~/domain/offer/offer.queries.server';
import { addPlace } from '~/domain/offer/spread/add-place.server';
import { otherPlaces } from '~/domain/offer/spread/places-of.server';
import { asSystem } from '~/server/db.server';
import { missionLocale } from '../../support/agencies';
import { useDatabase } from '../../support/database';

useDatabase();
let ml: Awaited<ReturnType<typeof missionLocale>>;
let neighbour: typeof ml;
let site: { siteId: string };
let second: { siteId: string };
beforeAll(async () => {
  [ml, neighbour] = [await missionLocale(), await missionLocale()];
  site = await ml.as('admin').do(addSite, { name: 'Tarbes', addressLine: '12 rue des Tilleuls', postcode: '65000', commune: 'Tarbes' });
  second = await ml.as('admin').do(addSite, { name: 'Lourdes', addressLine: '3 rue de la Grotte', postcode: '65100', commune: 'Lourdes' });
});

async function workshop(publish = true) {
  const { offerId } = await ml.as('officer').do(addOffer, { kind: 'workshop', title: 'Premiers pas', description: 'Avec l’ordinateur.', audience: 'network' });
  if (publish) await ml.as('manager').do(moveOffer, { offerId, verb: 'publish' as const });
  return offerId;
}
const placeOf = async (offerId: string, who = ml) => (await who.as('counsellor').do(getOffer, offerId)).holder;
const around = async (commune: string) => (await ml.as('counsellor').do(listOffers, { ...readOfferFilters(new URLSearchParams(`commune=${commune}&rayon=2`)).filters, apres: null })).rows.map(({ id }) => id);

test('un atelier de l’agence a lieu à son site principal : sa page le dit, brouillon ou non, la comparaison et une autre agence aussi', async () => {
  const [draft, offerId] = [await workshop(false), await workshop()];
  expect(await ml.as('officer').do(getOffer, draft)).toMatchObject({ holder: { name: ml.name, place: '12 rue des Tilleuls, 65000 Tarbes', latitude: expect.any(Number) as number, precision: 'commune', partnershipId: null } });
  expect(await placeOf(offerId)).toMatchObject({ name: ml.name, place: '12 rue des Tilleuls, 65000 Tarbes' });
  expect(await placeOf(offerId, neighbour)).toMatchObject({ name: ml.name, place: '12 rue des Tilleuls, 65000 Tarbes', partnershipId: null });
  const lourdes = await ml.as('manager').do(addPlace, { offerId, addressLine: '3 rue de la Grotte', commune: 'Lourdes', postcode: '65100', communeCode: '', contactName: '', contactPhone: '', contactEmail: '' });
  expect(await neighbour.as('counsellor').do(otherPlaces, lourdes.offerId)).toMatchObject([{ id: offerId, name: 'Tarbes', address: '12 rue des Tilleuls' }]);
  for (const who of [ml, neighbour]) expect(await who.as('counsellor').do(offersByIds, [offerId])).toMatchObject([{ addressLine: '12 rue des Tilleuls', postcode: '65000', commune: 'Tarbes' }]);
});

test('l’agence déménage, change de site principal et de nom : l’offre est trouvée là où elle est', async () => {
  const offerId = await workshop();
  const asIs = await ml.as('admin').run(({ db }) => db.site.findUniqueOrThrow({ where: { missionLocaleId_id: { missionLocaleId: ml.id, id: site.siteId } } }));
  await ml.as('admin').do(editSite, { id: site.siteId, version: asIs.version, was: '', name: 'Bagnères', addressLine: '1 place des Thermes', postcode: '65200', commune: 'Bagnères-de-Bigorre' });
  expect([await around('65059'), await around('65440')]).toEqual([expect.arrayContaining([offerId]), []]);
  expect(await placeOf(offerId, neighbour)).toMatchObject({ place: '1 place des Thermes, 65200 Bagnères-de-Bigorre' });
  await ml.as('admin').do(makeSiteMain, { id: second.siteId });
  await ml.as('admin').do(closeSite, { id: site.siteId });
  expect(await around('65286')).toContain(offerId);
  expect(await placeOf(offerId)).toMatchObject({ place: '3 rue de la Grotte, 65100 Lourdes' });
  await asSystem('a test renames an agency', (db) => db.missionLocale.update({ where: { id: ml.id }, data: { name: 'Mission Locale des Gaves' } }));
  expect(await placeOf(offerId, neighbour)).toMatchObject({ name: 'Mission Locale des Gaves', place: '3 rue de la Grotte, 65100 Lourdes' });
});

test('venue d’ailleurs sans partenaire, elle n’est pas à l’agence', async () => {
  const offerId = await workshop();
  await asSystem('a test: it came from elsewhere', (db) => db.offer.updateMany({ where: { id: offerId }, data: { origin: 'franceTravail', holderName: 'Brasserie', hasOwnPlace: true } }));
  expect(await placeOf(offerId)).toEqual({ name: 'Brasserie', place: null, latitude: null, longitude: null, precision: null, partnershipId: null });
});
