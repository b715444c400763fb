import { beforeEach, expect, test } from 'vitest';
import { addPartner } from '~/domain/partner/add-partner.server';
import { correctPlace, forgetPlace } from '~/domain/partner/correct-place.server';
import { editOrganisation } from '~/domain/partner/edit-partner.server';
import { placeForm } from '~/domain/partner/place-form.queries.server';
import { placeOrganisationsAgain } from '~/domain/place/place-communes.server';
import { asSystem } from '~/server/db.server';
import { missionLocale } from '../../support/agencies';
import { useDatabase } from '../../support/database';

useDatabase();
let ml: Awaited<ReturnType<typeof missionLocale>>;
let partnershipId = '';
beforeEach(async () => {
  ml = await missionLocale();
  ({ partnershipId } = (await ml.as('officer').do(addPartner, { name: 'Auberge du Pic', commune: 'Tarbes', postcode: '65000' } as never)) as { partnershipId: string });
});
const shown = () => ml.as('officer').do(placeForm, partnershipId);
const correct = (latitude: string, longitude: string, more = {}) => ml.as('officer').do(correctPlace, { partnershipId, latitude, longitude, baseLatitude: '', baseLongitude: '', isSure: false, ...more });

test('le point corrigé est gardé comme exact, et les commandes et les jobs le laissent', async () => {
  expect(await shown()).toMatchObject({ precision: 'commune', isByHand: false, base: { latitude: '', longitude: '' } });
  await correct('43,2401', '0,0801');
  expect(await shown()).toMatchObject({ precision: 'exact', isByHand: true, latitude: 43.2401, longitude: 0.0801 });
  await asSystem('a test runs the command of places', placeOrganisationsAgain);
  expect(await shown()).toMatchObject({ latitude: 43.2401, longitude: 0.0801 });
  // A new street in the same town does not move it either.
  await ml.as('officer').do(editOrganisation, { partnershipId, addressLine: '3 rue Brauhauban' });
  expect(await shown()).toMatchObject({ precision: 'exact', latitude: 43.2401, longitude: 0.0801 });
});

test('il revient au centre de la commune quand on le demande', async () => {
  const before = await shown();
  await correct('43.2401', '0.0801');
  await ml.as('officer').do(forgetPlace, { partnershipId });
  expect(await shown()).toMatchObject({ precision: 'commune', isByHand: false, latitude: before.latitude, longitude: before.longitude });
});

test.each([
  ['0.0801', '43.2401', /échangées.*43,2401 puis 0,0801/],
  ['NaN', '0.08', /ne sont pas des nombres/],
  ['12', '-30', /hors de France/],
  ['0', '0', /ne désignent aucun lieu/],
  ['48.85', '2.35', /Ce point est à 6\d\d km du centre de Tarbes.*cochez/],
])('%s ; %s est refusé par une phrase', async (latitude, longitude, sentence) => {
  await expect(correct(latitude, longitude)).rejects.toMatchObject({ message: expect.stringMatching(sentence) as string, refusal: { kind: 'invalid', field: 'latitude' } });
  expect(await shown()).toMatchObject({ precision: 'commune' });
});

test('loin de la commune, si l’on est sûr', async () => {
  await correct('48.85', '2.35', { isSure: true });
  expect(await shown()).toMatchObject({ latitude: 48.85, precision: 'exact' });
});

test('deux personnes ne se déplacent pas le point l’une à l’autre sans le savoir', async () => {
  await correct('43.2401', '0.0801');
  await expect(correct('43.25', '0.09')).rejects.toMatchObject({ refusal: { kind: 'stale' } });
  await correct('43.25', '0.09', { baseLatitude: '43.2401', baseLongitude: '0.0801' });
  expect(await shown()).toMatchObject({ latitude: 43.25 });
});

test('une autre agence ne le trouve pas', async () => {
  const other = await missionLocale();
  await expect(other.as('officer').do(placeForm, partnershipId)).rejects.toThrow('Ce partenaire n’existe pas, ou plus.');
});
