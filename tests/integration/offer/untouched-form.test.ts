import { describe, expect, test } from 'vitest';
import type { Offer } from '#prisma';
import { addOffer } from '~/domain/offer/add-offer.server';
import { duplicateOffer } from '~/domain/offer/duplicate-offer.server';
import { getOffer } from '~/domain/offer/offer.queries.server';
import { has, offerKindNames, offerKinds, type OfferKind } from '~/domain/offer/offer-kinds';
import type { TypedOffer } from '~/domain/offer/offer.schema';
import { addPartner } from '~/domain/partner/add-partner.server';
import { startOf } from '~/routes/staff/offers/offer-start';
import { asSystem } from '~/server/db.server';
import { missionLocale } from '../../support/agencies';
import { useDatabase } from '../../support/database';
import { everyRoute } from '../../support/doors';
import { sentForm } from '../../support/offer-form';
import { visit } from '../../support/visits';

useDatabase();

const trades = ['G1803', 'D1102', 'K1304', 'M1607', 'N1103'];
/** All that a form can say, in the terms of any kind. */
const everything: Omit<TypedOffer, 'kind'> = {
  title: 'Accueil d’un jeune « en cuisine »', description: 'Ce qu’on fait :\n- épluchage\n- service\n\nAvec l’équipe.', audience: 'network', themes: ['formation', 'emploi'], romes: trades,
  contract: 'DIN', workingTime: 'part', weeklyHours: '17,5', schedule: '8 h – 12 h, du lundi au vendredi', pay: '11,88 € de l’heure', startsOn: '2086-01-07', endsOn: '2086-06-28', duration: '6 mois', prepares: 'CAP cuisine', places: '12',
  level: '4', experience: 'S', ageMin: '16', ageMax: '25', publics: ['jeunes', 'femmes'], schemes: ['cej', 'pacea'], isHandicapFriendly: 'oui', conditions: 'Être inscrit.\nVenir deux fois.', documents: 'Pièce d’identité\nCV',
  serviceType: 'atelier', cost: 'payant', costText: '5 € par séance', receptionModes: ['a-distance', 'en-presentiel'], mobilisationModes: ['telephoner', 'utiliser-lien-mobilisation'], mobilisableBy: ['professionnels', 'usagers'],
  mobilisationText: 'Appelez le matin.\nOu passez.', mobilisationUrl: 'https://exemple.org/inscription', hasOwnPlace: 'oui', addressLine: '12 rue Larrey', commune: 'Lourdes', postcode: '65100',
  zones: ['65440', 'd65', 'r76', '32013'], opensOn: '2085-11-01', closesOn: '2085-12-20', contactName: 'Accueil', contactEmail: 'accueil@exemple.org', contactPhone: '05 62 00 00 00',
};

async function kitchen() {
  const ml = await missionLocale();
  const officer = ml.as('officer');
  const read = (id: string) => officer.run((ctx) => ctx.db.offer.findFirstOrThrow({ where: { id } }));
  const edit = (await everyRoute()).find(({ file }) => file.endsWith('offers/edit.tsx'))!;
  /** What its form holds, sent as it is but for what is said. */
  const save = async (offerId: string, change: Record<string, string> = {}) => {
    const form = await sentForm(startOf(await officer.run((ctx) => getOffer(ctx, offerId))));
    return visit(edit, await officer.actor(), { params: { offerId }, form: { ...form, ...change } });
  };
  return { officer, read, save };
}
/** Whoever saves changes nothing but that. */
const said = ({ version: _version, updatedAt: _updated, ...row }: Offer) => row;

describe('le formulaire d’une offre, enregistré sans y toucher', () => {
  test.each(offerKindNames.map((kind) => [offerKinds[kind].label, kind] as const))('%s : toutes ses colonnes restent, celles d’un import aussi', async (_label, kind: OfferKind) => {
    const { officer, read, save } = await kitchen();
    // Two partners of one name: without script, the one who holds it is meant.
    const [held] = [await officer.do(addPartner, { name: 'Auberge' }), await officer.do(addPartner, { name: 'Auberge' })];
    const { offerId } = await officer.do(addOffer, { ...everything, kind, partnershipId: held.partnershipId });
    // What only an import, a geocoder or a person with the map writes.
    await asSystem('a test: what an import writes too', (db) => db.offer.updateMany({ where: { id: offerId }, data: { sourceId: 'REF-12', thematiques: ['logement--etre-accompagne'], latitude: 43.0951, longitude: -0.0457, placePrecision: 'exact' } }));
    const before = await read(offerId);
    expect(before).toMatchObject({ zones: everything.zones, romes: has(kind, 'trade') ? trades : [], contract: has(kind, 'work') ? 'DIN' : null });
    expect(startOf(await officer.do(getOffer, offerId))).toMatchObject({ contactPhone: everything.contactPhone });
    expect(await save(offerId)).toMatchObject({ status: 302 });
    expect(said(await read(offerId))).toEqual(said(before));
  });

  test('une offre où rien n’est dit reste vide', async () => {
    const { officer, read, save } = await kitchen();
    const { offerId } = await officer.do(addOffer, { kind: 'service', title: 'Domiciliation' });
    const before = await read(offerId);
    expect(await save(offerId)).toMatchObject({ status: 302 });
    expect(said(await read(offerId))).toEqual(said(before));
  });
});

test('on change le titre d’une offre qui a des zones et un jour d’ouverture : elle les garde ; on les change, ils changent', async () => {
  const { officer, read, save } = await kitchen();
  const { offerId } = await officer.do(addOffer, { ...everything, kind: 'training' });
  await save(offerId, { title: 'Cuisine' });
  expect(await read(offerId)).toMatchObject({ title: 'Cuisine', zones: everything.zones, opensOn: new Date('2085-11-01') });
  await save(offerId, { zonesText: 'Tarbes, Gers', opensOn: '2085-12-01' });
  expect(await read(offerId)).toMatchObject({ zones: ['65440', 'd32'], opensOn: new Date('2085-12-01') });
});

test.each([
  ['elle ferme avant d’ouvrir', { opensOn: '2085-12-21' }, 'closesOn', 'ferment avant d’ouvrir'],
  ['une zone inventée', { zonesText: 'Tarbes, Atlantide' }, 'zonesText', '« Atlantide »'],
])('%s : refusée à son champ, rien n’est perdu de ce qui était tapé', async (_what, change, field, sentence) => {
  const { officer, read, save } = await kitchen();
  const { offerId } = await officer.do(addOffer, { ...everything, kind: 'training' });
  const before = await read(offerId);
  const { status, text } = await save(offerId, change as Record<string, string>);
  const { errors, values } = JSON.parse(text) as { errors: Record<string, string>; values: Record<string, string> };
  expect([status, Object.keys(errors), errors[field]]).toEqual([422, [field], expect.stringContaining(sentence)]);
  expect(values).toMatchObject({ title: everything.title, ...change });
  expect(await read(offerId)).toEqual(before);
});

test('une autre adresse prend sa place sur la carte ; la même garde le point corrigé', async () => {
  const { officer, read, save } = await kitchen();
  const { offerId } = await officer.do(addOffer, { ...everything, kind: 'workshop' });
  await asSystem('a test: somebody put it right', (db) => db.offer.updateMany({ where: { id: offerId }, data: { latitude: 43.0951, longitude: -0.0457, placePrecision: 'exact' } }));
  await save(offerId, { title: 'Atelier' });
  expect(await read(offerId)).toMatchObject({ latitude: 43.0951, placePrecision: 'exact' });
  await save(offerId, { addressLine: '3 rue Brauhauban' });
  expect(await read(offerId)).toMatchObject({ placePrecision: 'commune' });
});

test('la copie d’une offre venue d’ailleurs ne garde que des choix connus ici : son formulaire s’enregistre', async () => {
  const { officer, read, save } = await kitchen();
  const { offerId } = await officer.do(addOffer, { ...everything, kind: 'service' });
  await asSystem('a test: a source ahead of our lists', (db) => db.offer.updateMany({ where: { id: offerId }, data: { origin: 'dataInclusion', sourceId: 's1', publics: ['jeunes', 'martiens'], zones: ['65440', '246500573'], cost: 'au-chapeau', receptionModes: ['par-pigeon'] } }));
  const copy = await officer.do(duplicateOffer, { offerId });
  const before = await read(copy.offerId);
  expect(before).toMatchObject({ origin: 'agency', publics: ['jeunes'], zones: ['65440'], cost: null, receptionModes: [] });
  expect(await save(copy.offerId)).toMatchObject({ status: 302 });
  expect(said(await read(copy.offerId))).toEqual(said(before));
});
