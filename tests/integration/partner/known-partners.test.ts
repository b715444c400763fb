import { expect, test } from 'vitest';
import { addPartner } from '~/domain/partner/add-partner.server';
import { knownPartners } from '~/domain/partner/known-partners.server';
import { movePartnership } from '~/domain/partnership/move-partnership.server';
import { missionLocale } from '../../support/agencies';
import { useDatabase } from '../../support/database';
import { madeUpSiret } from './made-up-siret';

useDatabase();

test('un SIRET connu chez nous mène à la fiche, même archivée', async () => {
  const ml = await missionLocale();
  const siret = madeUpSiret();
  const { partnershipId } = await ml.as('officer').do(addPartner, { name: 'Scierie du Lac', siret });
  await ml.as('officer').do(movePartnership, { partnershipId, verb: 'archive' });
  expect(await ml.as('counsellor').do(knownPartners, { siret })).toMatchObject([{ match: 'siret', partnershipId, isArchived: true, name: 'Scierie du Lac' }]);
});

test('un SIRET connu du réseau se dit, sans dire qui y travaille', async () => {
  const [tarbes, auch] = [await missionLocale(), await missionLocale()];
  const siret = madeUpSiret();
  await tarbes.as('officer').do(addPartner, { name: 'Scierie du Gave', siret, postcode: '65000', commune: 'Tarbes' });
  const known = await auch.as('officer').do(knownPartners, { siret });
  expect(known).toMatchObject([{ match: 'siret', partnershipId: null, name: 'Scierie du Gave', place: '65000 Tarbes' }]);
  expect(JSON.stringify(known)).not.toContain(tarbes.name);
});

test('le même nom autrement écrit, ou avec une faute, est reconnu chez nous', async () => {
  const ml = await missionLocale();
  await ml.as('officer').do(addPartner, { name: 'Boulangerie Peyrafitte' });
  const found = async (name: string) => (await ml.as('officer').do(knownPartners, { name })).map(({ match }) => match);
  expect(await found('SARL BOULANGERIE PEYRAFITTE')).toEqual(['same']);
  expect(await found('boulangerie peirafitte')).toEqual(['near']);
  expect(await found('Garage Lafitte')).toEqual([]);
  expect(await found('B')).toEqual([]);
});

test('le même nom dans le réseau n’est montré que s’il a un SIRET', async () => {
  const [tarbes, auch] = [await missionLocale(), await missionLocale()];
  await tarbes.as('officer').do(addPartner, { name: 'Amicale des Jardiniers' });
  await tarbes.as('officer').do(addPartner, { name: 'Les Jardins Solidaires', siret: madeUpSiret() });
  expect(await auch.as('officer').do(knownPartners, { name: 'Amicale des Jardiniers' })).toEqual([]);
  expect(await auch.as('officer').do(knownPartners, { name: 'JARDINS SOLIDAIRES' })).toMatchObject([{ match: 'same', partnershipId: null }]);
});

test.each(['', '  ', '\u0000', "'; DROP TABLE note; --", '%', 'é'.repeat(2000), '🥐🥐🥐'])('une question étrange (%j) ne trouve personne et ne casse rien', async (name) => {
  const ml = await missionLocale();
  expect(await ml.as('officer').do(knownPartners, { name, siret: name, communeCode: name.replaceAll('\u0000', '') })).toEqual([]);
});
