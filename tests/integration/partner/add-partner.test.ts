import { describe, expect, test } from 'vitest';
import type { Ctx } from '~/access/context';
import { addPartner } from '~/domain/partner/add-partner.server';
import { addPartnerSchema } from '~/domain/partner/partner.schema';
import { errorsOf } from '~/server/form.server';
import { missionLocale } from '../../support/agencies';
import { useDatabase } from '../../support/database';
import { madeUpSiret } from './made-up-siret';

useDatabase();
const organisation = (id: string) => (ctx: Ctx) => ctx.db.organisation.findFirstOrThrow({ where: { id } });
const refusalOf = (promise: Promise<unknown>) => promise.then(() => null, (error: Error) => error);

test('un nom suffit pour ajouter un partenaire', async () => {
  const ml = await missionLocale();
  const added = await ml.as('counsellor').do(addPartner, { name: 'Boulangerie' });
  expect(added.joined).toBe(false);
  const partnership = await ml.as('counsellor').run((ctx) => ctx.db.partnership.findFirstOrThrow({ where: { id: added.partnershipId }, include: { organisation: { include: { kind: true } }, stageMoves: true } }));
  expect(partnership).toMatchObject({ stage: 'prospect', organisation: { name: 'Boulangerie', kind: { code: 'autre' } }, stageMoves: [{ fromStage: null, toStage: 'prospect' }] });
});

test('ce qui est tapé est mis au propre, et l’original du nom gardé', async () => {
  const ml = await missionLocale();
  const siret = madeUpSiret();
  const { organisationId } = await ml.as('officer').do(addPartner, {
    name: '  ASSOC  LES RESTAURANTS DU COEUR ', siret: siret.replace(/(...)(...)(...)/, '$1 $2\t$3 '), kindCode: 'association', postcode: '65 000', commune: 'TARBES CEDEX',
    phone: '05.36.49.12.08 / 06 39 98 00 12', email: ' Contact@Restos.EXAMPLE', website: 'www.restos.example', openingHours: 'Du lundi au vendredi 9h-12h', nafCode: '8899b',
  });
  expect(await ml.as('officer').run(organisation(organisationId))).toMatchObject({
    name: 'Association Les Restaurants du Cœur', originalName: 'ASSOC LES RESTAURANTS DU COEUR', siret, postcode: '65000', communeCode: '65440', departementCode: '65',
    phone: '+33536491208', otherPhones: ['+33639980012'], email: 'contact@restos.example', website: 'https://www.restos.example', nafCode: '88.99B',
    openingHours: { days: { mon: [['09:00', '12:00']], fri: [['09:00', '12:00']] } }, factSources: { phone: { source: 'agency' }, siret: { source: 'agency' } },
  });
});

test('un SIRET que le réseau connaît rejoint l’organisation : ses informations sont gardées, seules les vides sont complétées', async () => {
  const [tarbes, auch] = [await missionLocale(), await missionLocale()];
  const siret = madeUpSiret();
  const first = await tarbes.as('officer').do(addPartner, { name: 'Garage Lafitte', siret, kindCode: 'entreprise', phone: '05 36 49 12 08' });
  const second = await auch.as('officer').do(addPartner, { name: 'Lafitte autos', siret, phone: '05 36 49 99 99', email: 'accueil@lafitte.example', postcode: '65000', commune: 'Tarbes' });
  expect(second).toMatchObject({ joined: true, organisationId: first.organisationId });
  expect(second.partnershipId).not.toBe(first.partnershipId);
  expect(await tarbes.as('officer').run(organisation(first.organisationId))).toMatchObject({ name: 'Garage Lafitte', phone: '+33536491208', email: 'accueil@lafitte.example', communeCode: '65440', departementCode: '65' });
});

test('une adresse connue n’est pas complétée par la moitié d’une autre', async () => {
  const [tarbes, auch] = [await missionLocale(), await missionLocale()];
  const siret = madeUpSiret();
  await tarbes.as('officer').do(addPartner, { name: 'Scierie', siret, postcode: '65000', commune: 'Tarbes' });
  const { organisationId } = await auch.as('officer').do(addPartner, { name: 'Scierie', siret, addressLine: '3 rue du Pont', postcode: '32000', commune: 'Auch' });
  expect(await auch.as('officer').run(organisation(organisationId))).toMatchObject({ communeCode: '65440', postcode: '65000', addressLine: null });
});

test('le même partenaire deux fois est refusé par une phrase', async () => {
  const ml = await missionLocale();
  const siret = madeUpSiret();
  await ml.as('officer').do(addPartner, { name: 'Scierie Dubois', siret });
  const refusal = await refusalOf(ml.as('counsellor').do(addPartner, { name: 'Autre nom', siret }));
  expect(refusal).toMatchObject({ message: 'Scierie Dubois est déjà parmi vos partenaires.', refusal: { kind: 'conflict' } });
});

test('deux personnes qui ajoutent le même SIRET au même instant ne font qu’un partenaire', async () => {
  const ml = await missionLocale();
  const siret = madeUpSiret();
  const both = await Promise.allSettled([1, 2].map(() => ml.as('officer').do(addPartner, { name: 'Scierie', siret })));
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(both.find((one) => one.status === 'rejected')).toMatchObject({ reason: { refusal: { kind: 'conflict' } } });
});

test('une organisation sans SIRET reste à son agence, même sous un nom connu ailleurs', async () => {
  const [tarbes, auch] = [await missionLocale(), await missionLocale()];
  const first = await tarbes.as('officer').do(addPartner, { name: 'Les Amis du Vélo' });
  const second = await auch.as('officer').do(addPartner, { name: 'Les Amis du Vélo' });
  expect(second.organisationId).not.toBe(first.organisationId);
  expect(await auch.as('officer').run((ctx) => ctx.db.organisation.findFirst({ where: { id: first.organisationId } }))).toBeNull();
});

test('une typologie locale s’ajoute à la fiche de l’agence, pas à celle du réseau', async () => {
  const ml = await missionLocale();
  const local = await ml.as('admin').run((ctx) => ctx.db.organisationKind.create({ data: { label: 'Épicerie solidaire' } }));
  const { partnershipId } = await ml.as('officer').do(addPartner, { name: 'L’Épi', kindId: local.id });
  const partnership = await ml.as('officer').run((ctx) => ctx.db.partnership.findFirstOrThrow({ where: { id: partnershipId }, include: { kinds: true, organisation: { include: { kind: true } } } }));
  expect(partnership).toMatchObject({ kinds: [{ kindId: local.id }], organisation: { kind: { code: 'autre' } } });
});

test('une personne d’une autre agence ne peut être référente', async () => {
  const [tarbes, auch] = [await missionLocale(), await missionLocale()];
  const stranger = await auch.person('officer');
  expect(await refusalOf(tarbes.as('officer').do(addPartner, { name: 'Scierie', officerId: stranger.userId }))).toMatchObject({ refusal: { kind: 'invalid', field: 'officerId' } });
});

describe('une saisie fausse reçoit une phrase au bon endroit', () => {
  const cases: [string, Record<string, string>, string, RegExp][] = [
    ['un nom vide', { name: '   ' }, 'name', /Indiquez le nom/],
    ['un nom fait de NUL', { name: '\u0000\u0000' }, 'name', /Indiquez le nom/],
    ['10 000 caractères', { name: 'é'.repeat(10_000) }, 'name', /10.000 caractères : 300 au plus/],
    ['un SIRET de 13 chiffres', { siret: '9990000000001' }, 'siret', /13 chiffres au lieu de 14/],
    ['un SIRET de 15 chiffres', { siret: '999000000000123' }, 'siret', /15 chiffres au lieu de 14/],
    ['un SIRET avec des lettres', { siret: '8123456780001O' }, 'siret', /autre chose que des chiffres/],
    ['un SIREN', { siret: '356000000' }, 'siret', /c’est un SIREN/],
    ['un code postal inconnu', { postcode: '99999' }, 'postcode', /n’existe pas en France/],
    ['un téléphone trop court', { phone: '0536' }, 'phone', /trop court/],
    ['un courriel sans domaine', { email: 'pierre@' }, 'email', /pas une adresse/],
    ['un site qui est un script', { website: 'javascript:alert(1)' }, 'website', /pas une adresse de site/],
    ['un lieu hors de France', { latitude: '51,5', longitude: '-30,12' }, 'latitude', /hors de France/],
  ];
  test.each(cases)('%s', (_what, typed, field, sentence) => {
    const read = addPartnerSchema.safeParse({ name: 'Scierie', ...typed });
    expect(errorsOf(read.error!)[field]).toMatch(sentence);
  });
  test('plusieurs fautes sont dites d’un coup', () => {
    const read = addPartnerSchema.safeParse({ name: '', siret: '12', phone: 'x' });
    expect(Object.keys(errorsOf(read.error!)).sort()).toEqual(['name', 'phone', 'siret']);
  });
  test('une commune inconnue', async () => {
    const ml = await missionLocale();
    expect(await refusalOf(ml.as('officer').do(addPartner, { name: 'Scierie', postcode: '65000', commune: 'Zzyzx' }))).toBeNull();
    expect(await refusalOf(ml.as('officer').do(addPartner, { name: 'Scierie', commune: 'Zzyzx' }))).toMatchObject({ message: expect.stringContaining('inconnue'), refusal: { field: 'commune' } });
  });
});

test.each([['de droite à gauche', 'جمعية الأمل'], ['avec un emoji', 'Chez Zoé 🥐']])('un nom %s est gardé tel quel', async (_what, name) => {
  const ml = await missionLocale();
  const { organisationId } = await ml.as('officer').do(addPartner, { name });
  expect((await ml.as('officer').run(organisation(organisationId))).name).toBe(name);
});

test('le SIRET de La Poste suit sa propre clé', () => {
  expect(addPartnerSchema.safeParse({ name: 'La Poste', siret: '35600000049837' }).success).toBe(true);
});
