import { expect, test } from 'vitest';
import { holdersAmong, holdersOf } from '~/domain/offer/import/find-holders.server';
import { missionLocale } from '../../support/agencies';
import { useDatabase } from '../../support/database';
import { importing } from '../../support/imports';
import { sirets } from '../../support/sirets';
import { livesWith, merge, organisation, partner, refusalOf, undo } from './two-organisations';

useDatabase();
const siret = sirets();

test('un fichier qui a les deux SIRET d’un organisme fusionné rejoint l’organisme gardé, une fois', async () => {
  const [brest, arles, lille] = [await missionLocale(), await missionLocale(), await missionLocale()];
  const [one, two] = [siret(), siret()];
  const [kept, double] = [await partner(brest, 'Atelier du Port', { siret: one }), await partner(arles, 'Atelier du Vieux Port', { siret: two })];
  await merge(kept, double, { isConfirmed: true });
  const file = await importing(lille, `SIRET;Nom;Téléphone\n${two};Atelier du Vieux Port;05 36 49 55 55\n${one};Atelier du Port;\n${siret()};Autre chose;`);
  await file.plan();
  expect(await file.apply()).toMatchObject({ state: 'applied', problem: null });
  const lives = await livesWith(lille);
  expect(lives.map(({ organisationId }) => organisationId)).toContain(kept.organisationId);
  expect(lives).toHaveLength(2);
  expect(await organisation(kept.organisationId)).toMatchObject({ siret: one, phone: '+33536495555' });
  expect((await file.undo()).state).toBe('undone');
  expect(await livesWith(lille)).toEqual([]);
  expect(await organisation(kept.organisationId)).toMatchObject({ siret: one, name: 'Atelier du Port' });
});

test('un import ne s’annule plus une fois que le réseau a fusionné son organisme ; la fusion, si', async () => {
  const [brest, arles] = [await missionLocale(), await missionLocale()];
  const number = siret();
  const kept = await partner(brest, 'Scierie Haute', { siret: siret() });
  const file = await importing(arles, `SIRET;Nom\n${number};Scierie Basse`);
  await file.plan();
  await file.apply();
  const [imported] = await livesWith(arles);
  const { mergeId } = await merge(kept, { partnershipId: imported!.id, organisationId: imported!.organisationId }, { isConfirmed: true });
  // The merge is work done since: the import is no longer undone, and it is said.
  expect(await refusalOf(file.undo())).toMatchObject({ refusal: { kind: 'conflict' }, message: expect.stringContaining('on a travaillé depuis sur Scierie Haute') as string });
  expect(await undo(mergeId)).toMatchObject({ gone: [], stays: [] });
  expect(await livesWith(arles)).toMatchObject([{ id: imported!.id, organisationId: imported!.organisationId }]);
  expect(await organisation(imported!.organisationId)).toMatchObject({ siret: number, mergedIntoId: null });
});

test('un fichier d’offres qui donne le SIRET du double les confie au partenaire gardé', async () => {
  const [brest, arles] = [await missionLocale(), await missionLocale()];
  const two = siret();
  const [kept, double] = [await partner(brest, 'Chai du Nord', { siret: siret() }), await partner(arles, 'Chai', { siret: two })];
  await merge(kept, double, { isConfirmed: true, choices: { name: 'kept' } });
  const named = { id: null, siret: two, name: null, commune: null };
  expect(holdersOf(named, await arles.as('officer').run(({ db }) => holdersAmong(db, [named])))).toMatchObject([{ id: double.partnershipId, name: 'Chai du Nord' }]);
});
