import { expect, test } from 'vitest';
import { changeSetting } from '~/domain/agency/change-setting.server';
import { addExchange } from '~/domain/exchange/add-exchange.server';
import { contactGuard } from '~/domain/exchange/contact-guard.server';
import { deleteExchange } from '~/domain/exchange/delete-exchange.server';
import { addPartner } from '~/domain/partner/add-partner.server';
import { missionLocale } from '../../support/agencies';
import { useDatabase } from '../../support/database';
import { madeUpSiret } from './made-up-siret';

useDatabase();
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);
type Agency = Awaited<ReturnType<typeof missionLocale>>;
const guardOf = (ml: Agency, partnershipId: string, role: 'officer' | 'counsellor' = 'officer') => ml.as(role).run((ctx) => contactGuard(ctx, partnershipId));

/** Two agencies that work with one organisation of the register. */
async function twoAgencies() {
  const [brest, arles] = [await missionLocale(), await missionLocale()];
  const siret = madeUpSiret();
  const ours = await brest.as('officer').do(addPartner, { name: 'Scierie', siret });
  const theirs = await arles.as('officer').do(addPartner, { name: 'Scierie', siret });
  expect(theirs.organisationId).toBe(ours.organisationId);
  return { brest, arles, ours, theirs };
}

test('une collègue qui vient d’appeler est nommée, avec la date ; pas moi, pas mes notes, pas ce qu’on a reçu', async () => {
  const ml = await missionLocale();
  const { partnershipId } = await ml.as('officer').do(addPartner, { name: 'Scierie' });
  const note = (exchange: object) => ml.as('counsellor').do(addExchange, { partnershipId, kind: 'call', body: 'Bonjour', ...exchange });
  await note({ kind: 'note' });
  await note({ kind: 'email', direction: 'in' });
  await note({ happenedAt: daysAgo(8) });
  expect(await guardOf(ml, partnershipId)).toEqual({ ours: null, others: [] });
  const { exchangeId } = await note({ kind: 'visit', happenedAt: daysAgo(2) });
  expect(await guardOf(ml, partnershipId)).toMatchObject({ ours: { firstName: 'Camille', kind: 'visit' } });
  expect(await guardOf(ml, partnershipId, 'counsellor')).toEqual({ ours: null, others: [] });
  await ml.as('counsellor').do(deleteExchange, { partnershipId, exchangeId });
  expect(await guardOf(ml, partnershipId)).toEqual({ ours: null, others: [] });
});

test('une autre agence : son nom et le jour, rien de ce qui s’est dit ni par qui', async () => {
  const { brest, arles, ours, theirs } = await twoAgencies();
  await arles.as('officer').do(addExchange, { partnershipId: theirs.partnershipId, kind: 'call', body: 'Confidence', happenedAt: daysAgo(1) });
  await arles.as('officer').do(addExchange, { partnershipId: theirs.partnershipId, kind: 'note', body: 'Très confidentiel' });
  const guard = await guardOf(brest, ours.partnershipId);
  expect(guard).toEqual({ ours: null, others: [{ agency: arles.name, on: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/) }] });
  expect(JSON.stringify(guard)).not.toMatch(/Confid|Camille|call/);
});

test('la fonction de la base ne dit rien de plus : ni d’une organisation qui n’est pas à nous, ni au-delà de soixante jours, ni à une région', async () => {
  const { brest, arles, ours, theirs } = await twoAgencies();
  await arles.as('officer').do(addExchange, { partnershipId: theirs.partnershipId, kind: 'call', body: 'Ancien', happenedAt: daysAgo(70) });
  await brest.as('officer').run(({ db }) => db.$executeRaw`INSERT INTO setting (key, value) VALUES ('contactGuardDays', '100000'::jsonb)`);
  expect((await guardOf(brest, ours.partnershipId)).others).toEqual([]);
  await arles.as('officer').do(addExchange, { partnershipId: theirs.partnershipId, kind: 'call', body: 'Il y a deux mois', happenedAt: daysAgo(50) });
  expect((await guardOf(brest, ours.partnershipId)).others).toHaveLength(1);
  const stranger = await missionLocale();
  const asked = await stranger.as('officer').run(({ db }) => db.$queryRaw<Record<string, unknown>[]>`SELECT * FROM app.approached_by_others(${ours.organisationId}::uuid)`);
  expect(asked).toEqual([]);
  const told = await brest.as('officer').run(({ db }) => db.$queryRaw<Record<string, unknown>[]>`SELECT * FROM app.approached_by_others(${ours.organisationId}::uuid)`);
  expect(told.map((row) => Object.keys(row))).toEqual([['agency', 'last_on']]);
  // A partnership of another agency, by its id: nothing at all.
  expect(await guardOf(brest, theirs.partnershipId)).toEqual({ ours: null, others: [] });
});

test('l’agence choisit combien de jours ; zéro ne prévient jamais', async () => {
  const { brest, arles, ours, theirs } = await twoAgencies();
  await arles.as('officer').do(addExchange, { partnershipId: theirs.partnershipId, kind: 'call', body: 'Bonjour', happenedAt: daysAgo(10) });
  const others = async () => (await guardOf(brest, ours.partnershipId)).others.length;
  expect(await others()).toBe(0);
  await brest.as('admin').run((ctx) => changeSetting(ctx, { key: 'contactGuardDays', value: 14 }));
  expect(await others()).toBe(1);
  await brest.as('admin').run((ctx) => changeSetting(ctx, { key: 'contactGuardDays', value: 0 }));
  await arles.as('officer').do(addExchange, { partnershipId: theirs.partnershipId, kind: 'call', body: 'Bonjour' });
  expect(await others()).toBe(0);
  await brest.as('officer').run(({ db }) => db.$executeRaw`UPDATE setting SET value = '"des jours"'::jsonb WHERE key = 'contactGuardDays'`);
  expect(await others()).toBe(1);
});
