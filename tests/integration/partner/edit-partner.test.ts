import { describe, expect, test } from 'vitest';
import { addPartner } from '~/domain/partner/add-partner.server';
import { editedPartner, formTextOf } from '~/domain/partner/edit-form.queries.server';
import { editFormSchema } from '~/domain/partner/edit-form.schema';
import { editOrganisation, editPartner } from '~/domain/partner/edit-partner.server';
import { errorsOf } from '~/server/form.server';
import { missionLocale } from '../../support/agencies';
import { useDatabase } from '../../support/database';
import { madeUpSiret } from './made-up-siret';

useDatabase();
type Agency = Awaited<ReturnType<typeof missionLocale>>;
const opened = (ml: Agency, id: string) => ml.as('officer').run(async (ctx) => formTextOf(await editedPartner(ctx, id)));
const record = (ml: Agency, id: string) => ml.as('officer').run((ctx) => editedPartner(ctx, id));
const refusalOf = (promise: Promise<unknown>) => promise.then(() => null, (error: Error) => error);
async function garage() {
  const ml = await missionLocale();
  const { partnershipId } = await ml.as('officer').do(addPartner, { name: 'Garage Lafitte', siret: madeUpSiret(), phone: '05 36 49 12 08', addressLine: '14 rue des Forges', postcode: '65000', commune: 'Tarbes', openingHours: 'Du lundi au vendredi 9h-12h' });
  return { ml, partnershipId, base: await opened(ml, partnershipId) };
}

describe('deux personnes sur une fiche', () => {
  test('ce qui ne se contredit pas est réuni, et c’est dit', async () => {
    const { ml, partnershipId, base } = await garage();
    await ml.as('officer').do(editPartner, { partnershipId, base, typed: { ...base, email: 'accueil@lafitte.example' } });
    const edited = await ml.as('counsellor').do(editPartner, { partnershipId, base, typed: { ...base, brandName: 'Top Garage' } });
    expect(edited).toEqual({ changed: ['Enseigne'], merged: ['Courriel'] });
    expect((await record(ml, partnershipId)).organisation).toMatchObject({ email: 'accueil@lafitte.example', brandName: 'Top Garage' });
  });

  test('le même champ n’est jamais écrasé : la seconde personne voit les deux et choisit', async () => {
    const { ml, partnershipId, base } = await garage();
    await ml.as('officer').do(editPartner, { partnershipId, base, typed: { ...base, name: 'Garage L.', legalForm: 'SARL' } });
    const mine = { ...base, name: 'Lafitte Autos', website: 'lafitte.example' };
    expect(await refusalOf(ml.as('counsellor').do(editPartner, { partnershipId, base, typed: mine }))).toMatchObject({
      refusal: { kind: 'stale', changes: [{ field: 'name', label: 'Nom', theirs: 'Garage L.', yours: 'Lafitte Autos' }] },
    });
    expect((await record(ml, partnershipId)).organisation).toMatchObject({ name: 'Garage L.', website: null });

    const now = await opened(ml, partnershipId);
    await ml.as('counsellor').do(editPartner, { partnershipId, base: now, typed: { ...now, name: 'Lafitte Autos', website: 'lafitte.example' }, keep: { name: 'theirs' } });
    expect((await record(ml, partnershipId)).organisation).toMatchObject({ name: 'Garage L.', legalForm: 'SARL', website: 'https://lafitte.example' });
    const after = await opened(ml, partnershipId);
    await ml.as('counsellor').do(editPartner, { partnershipId, base: after, typed: { ...after, name: 'Lafitte Autos' }, keep: { name: 'mine' } });
    expect((await record(ml, partnershipId)).organisation).toMatchObject({ name: 'Lafitte Autos', nameKey: 'lafitte autos' });
  });

  test('deux agences sur l’organisation qu’elles partagent', async () => {
    const { ml, partnershipId, base } = await garage();
    const auch = await missionLocale();
    const there = await auch.as('officer').do(addPartner, { name: 'Lafitte', siret: base.siret });
    const theirs = await opened(auch, there.partnershipId);
    await auch.as('officer').do(editPartner, { partnershipId: there.partnershipId, base: theirs, typed: { ...theirs, phone: '05 36 49 99 99', externalId: 'A-12' } });
    expect(await refusalOf(ml.as('officer').do(editPartner, { partnershipId, base, typed: { ...base, phone: '05 36 49 11 11' } }))).toMatchObject({ refusal: { kind: 'stale' } });
    expect(await record(ml, partnershipId)).toMatchObject({ externalId: null, organisation: { phone: '+33536499999' } });
  });

  test('au même instant, l’une des deux est prévenue', async () => {
    const { ml, partnershipId, base } = await garage();
    const both = await Promise.allSettled(['Un', 'Deux'].map((name) => ml.as('officer').do(editPartner, { partnershipId, base, typed: { ...base, name } })));
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('la place', () => {
  test('une autre commune déplace le point, et ses coordonnées à la main restent à leur place', async () => {
    const { ml, partnershipId } = await garage();
    await ml.as('officer').do(editOrganisation, { partnershipId, latitude: '43,2412', longitude: '0,0712' });
    expect((await record(ml, partnershipId)).organisation).toMatchObject({ latitude: 43.2412, placePrecision: 'exact' });
    await ml.as('officer').do(editOrganisation, { partnershipId, addressLine: '15 rue des Forges' });
    expect((await record(ml, partnershipId)).organisation).toMatchObject({ latitude: 43.2412, placePrecision: 'exact', addressLine: '15 rue des Forges' });
    await ml.as('officer').do(editOrganisation, { partnershipId, postcode: '65100', commune: 'Lourdes' });
    const { organisation } = await record(ml, partnershipId);
    expect(organisation).toMatchObject({ communeCode: '65286', departementCode: '65', postcode: '65100' });
    expect(organisation.placePrecision).not.toBe('exact');
    expect(organisation.latitude).not.toBe(43.2412);
  });

  test('une adresse intacte n’est pas recalculée', async () => {
    const { ml, partnershipId } = await garage();
    const before = (await record(ml, partnershipId)).organisation;
    await ml.as('officer').do(editOrganisation, { partnershipId, name: 'Autre nom' });
    const { latitude, longitude, placePrecision, factSources } = (await record(ml, partnershipId)).organisation;
    expect({ latitude, longitude, placePrecision }).toEqual({ latitude: before.latitude, longitude: before.longitude, placePrecision: before.placePrecision });
    expect(Object.keys(factSources as object).sort()).toEqual(Object.keys(before.factSources as object).sort());
  });
});

test('enregistrer sans rien changer n’écrit rien', async () => {
  const { ml, partnershipId, base } = await garage();
  const { version, organisation } = await record(ml, partnershipId);
  expect(await ml.as('officer').do(editPartner, { partnershipId, base, typed: base })).toEqual({ changed: [], merged: [] });
  const after = await record(ml, partnershipId);
  expect([after.version, after.organisation.version]).toEqual([version, organisation.version]);
});

test('un SIRET ne s’enlève pas, et ne prend pas celui d’une autre', async () => {
  const { ml, partnershipId, base } = await garage();
  const other = madeUpSiret();
  await (await missionLocale()).as('officer').do(addPartner, { name: 'Scierie', siret: other });
  expect(await refusalOf(ml.as('officer').do(editPartner, { partnershipId, base, typed: { ...base, siret: '' } }))).toMatchObject({ refusal: { field: 'siret' } });
  expect(await refusalOf(ml.as('officer').do(editPartner, { partnershipId, base, typed: { ...base, siret: other } }))).toMatchObject({ refusal: { field: 'siret' } });
});

test('ce que l’organisation a écrit elle-même ne se corrige pas à sa place', async () => {
  const { ml, partnershipId, base } = await garage();
  await ml.as('officer').run(async (ctx) => {
    const { organisation } = await editedPartner(ctx, partnershipId);
    await ctx.db.organisation.updateMany({ where: { id: organisation.id }, data: { factSources: { phone: { source: 'organisation', at: '2026-01-01T00:00:00.000Z' } } } });
  });
  expect(await refusalOf(ml.as('officer').do(editPartner, { partnershipId, base, typed: { ...base, phone: '05 36 49 11 11' } }))).toMatchObject({ refusal: { kind: 'invalid', field: 'phone' } });
});

test('une autre agence ne peut rien corriger', async () => {
  const { partnershipId, base } = await garage();
  const auch = await missionLocale();
  expect(await refusalOf(auch.as('admin').do(editPartner, { partnershipId, base, typed: { ...base, name: 'Pris' } }))).toMatchObject({ refusal: { kind: 'notFound' } });
});

test('le formulaire dit toutes les fautes, et tient sans script', () => {
  const base = { name: 'Garage', commune: 'Tarbes', communeCode: '65440' };
  const sent = { name: '', phone: '12', commune: 'Tarbes', base: JSON.stringify(base) };
  expect(Object.keys(errorsOf(editFormSchema.safeParse(sent).error!)).sort()).toEqual(['name', 'phone']);
  expect(editFormSchema.parse({ ...sent, name: 'G', phone: '', 'keep.name': 'theirs' })).toMatchObject({ typed: { communeCode: '65440' }, keep: { name: 'theirs' } });
  expect(editFormSchema.parse({ ...sent, name: 'G', phone: '', commune: 'Lourdes' }).typed.communeCode).toBe('');
  expect(errorsOf(editFormSchema.safeParse({ name: 'G', base: '{' }).error!).form).toMatch(/Rechargez/);
});
