import { beforeAll, describe, expect, test } from 'vitest';
import { addPartner } from '~/domain/partner/add-partner.server';
import { addOffer } from '~/domain/offer/add-offer.server';
import { getOffer } from '~/domain/offer/offer.queries.server';
import { startOf } from '~/routes/staff/offers/offer-start';
import { missionLocale } from '../../support/agencies';
import { useDatabase } from '../../support/database';
import { everyRoute, type Route } from '../../support/doors';
import { sentForm } from '../../support/offer-form';
import { visit } from '../../support/visits';

useDatabase();

let routes: Route[] = [];
beforeAll(async () => void (routes = await everyRoute()));
const route = (name: string) => routes.find(({ file }) => file.endsWith(`offers/${name}.tsx`))!;

type Sent = Record<string, string | string[]>;
const good = { kind: 'training', title: 'Cuisine', description: 'Trois mois.', partnershipId: '', audience: 'agency' };

async function desk() {
  const ml = await missionLocale();
  const officer = ml.as('officer');
  const blank = await sentForm(good);
  const offers = () => officer.run(({ db }) => db.offer.findMany({ where: { missionLocaleId: ml.id } }));
  const send = async (change: Sent, intent = 'add') => {
    const answer = await visit(route('new'), await officer.actor(), { form: { ...blank, ...change, intent } });
    const failure = answer.status === 422 || answer.status === 409 ? (JSON.parse(answer.text) as { errors: Record<string, string>; values: Sent }) : null;
    return { status: answer.status, errors: failure?.errors ?? {}, values: failure?.values ?? {} };
  };
  return { ml, officer, offers, send };
}

/** Where nothing is ever written: once is enough. */
let refusing: Awaited<ReturnType<typeof desk>> | undefined;

const many = (count: number, one: (i: number) => string) => Array.from({ length: count }, (_, i) => one(i));

describe('le formulaire d’une offre dit ce qui ne va pas, au bon champ, sans rien perdre ni rien écrire', () => {
  test.each<[string, Sent, string, RegExp]>([
    ['elle ferme avant d’ouvrir', { opensOn: '2086-03-02', closesOn: '2086-03-01' }, 'closesOn', /ferment avant d’ouvrir/],
    ['elle finit avant de commencer', { startsOn: '2086-03-02', endsOn: '2086-03-01' }, 'endsOn', /avant le début/],
    ['moins trois places', { places: '-3' }, 'places', /nombre de places/],
    ['zéro place', { places: '0' }, 'places', /nombre de places/],
    ['un milliard de places', { places: '1000000000' }, 'places', /nombre de places/],
    ['une place et demie', { places: '1,5' }, 'places', /nombre de places/],
    ['mille métiers', { 'otherRomes[]': many(1000, (i) => `G${1000 + i}`) }, 'otherRomes', /Vingt métiers au plus/],
    ['un métier inventé', { rome1Text: 'zorglubologue' }, 'rome1', /n’est pas un métier connu/],
    ['un code de métier inventé', { 'otherRomes[]': ['Z9999'] }, 'otherRomes', /code de métier/],
    ['mille zones', { zonesText: many(1000, (i) => `Tarbes${i}`).join(', ') }, 'zonesText', /Deux cents zones au plus/],
    ['une zone inventée', { zonesText: 'Atlantide' }, 'zonesText', /« Atlantide »/],
    ['le 31 février', { startsOn: '2086-02-31' }, 'startsOn', /31/],
    ['l’an 12026', { closesOn: '12026-01-01' }, 'closesOn', /trop lointaine/],
    ['demain', { opensOn: 'demain' }, 'opensOn', /demain/],
    ['de 25 à 18 ans', { ageMin: '25', ageMax: '18' }, 'ageMax', /sous le plus bas/],
    ['à 300 ans', { ageMax: '300' }, 'ageMax', /10 et 99/],
    ['un courriel qui n’en est pas un', { contactEmail: 'pas une adresse' }, 'contactEmail', /adresse/],
    ['un téléphone de trois chiffres', { contactPhone: '123' }, 'contactPhone', /123|num[ée]ro|chiffres/],
    ['un lien qui est un programme', { mobilisationUrl: 'javascript:alert(1)' }, 'mobilisationUrl', /adresse|lien|site/],
    ['un titre vide', { title: ' \u200b ' }, 'title', /titre/],
    ['un titre de trois cents lettres', { title: 'é'.repeat(300) }, 'title', /200 au plus/],
    ['une description de trente mille', { description: 'x'.repeat(30_000) }, 'description', /20\s000 au plus/],
    ['une sorte inconnue', { kind: 'pirate' }, 'kind', /sorte d’offre/],
    ['un niveau inconnu', { level: '12' }, 'level', /n’existe pas/],
    ['une audience inconnue', { audience: 'galaxie' }, 'audience', /n’existe pas/],
    ['un public inconnu', { 'publics[]': ['martiens'] }, 'publics', /n’existe pas/],
    ['ailleurs, sans dire où', { hasOwnPlace: 'oui' }, 'commune', /commune/],
    ['un code postal de quatre lettres', { hasOwnPlace: 'oui', postcode: 'ABCD', commune: 'Tarbes' }, 'postcode', /code postal/i],
    ['une commune inventée', { hasOwnPlace: 'oui', commune: 'Atlantide' }, 'commune', /Atlantide/],
    ['deux titres à la fois', { title: ['Un', 'Deux'] }, 'title', /invalide/],
  ])('%s', async (_what, change, field, sentence) => {
    const { send, offers } = (refusing ??= await desk());
    const { status, errors, values } = await send(change);
    expect([status, Object.keys(errors), errors[field]]).toEqual([422, [field], expect.stringMatching(sentence)]);
    const typed = Object.fromEntries(Object.entries(change).map(([name, value]) => [name.replace('[]', ''), value]));
    expect(values).toMatchObject({ description: good.description, ...typed });
    expect(await offers()).toEqual([]);
  });

  test('tout ce qui ne va pas est dit en une fois, les dates aussi', async () => {
    const { send } = (refusing ??= await desk());
    const { errors } = await send({ title: '', places: '-3', startsOn: '2086-03-02', endsOn: '2086-03-01', opensOn: '2086-03-02', closesOn: '2086-03-01', ageMin: 'vingt', ageMax: '18', contactEmail: 'x' });
    expect(Object.keys(errors).sort()).toEqual(['ageMin', 'closesOn', 'contactEmail', 'endsOn', 'places', 'title']);
  });

  test('cent heures par semaine : refusé pour un emploi, sans objet pour une formation', async () => {
    const { send } = await desk();
    expect((await send({ kind: 'job', weeklyHours: '61' })).errors).toEqual({ weeklyHours: expect.stringMatching(/60 heures/) as string });
  });

  test.each<[string, Sent, object]>([
    ['un salaire avec son €, comme on le dit', { kind: 'job', pay: ' 11,88 € de l’heure ' }, { pay: '11,88 € de l’heure' }],
    ['35 h avec leur lettre', { kind: 'job', weeklyHours: '35 h' }, { weeklyHours: expect.objectContaining({}) as unknown }],
    ['des places avec une espace', { places: '1 200' }, { places: 1200 }],
    ['des dates à la française', { opensOn: '01/03/2086', closesOn: '2/3/2086' }, { opensOn: new Date('2086-03-01'), closesOn: new Date('2086-03-02') }],
    ['du HTML, qui reste du texte', { title: '<b>Chef</b>', description: '<script>alert(1)</script>' }, { title: '<b>Chef</b>', description: '<script>alert(1)</script>' }],
    ['des caractères que la base refuserait', { title: 'Cui\u0000sine 👩‍🍳', description: 'a\u0000b' }, { title: expect.stringContaining('sine') as string }],
    ['ouvre et ferme le même jour', { opensOn: '2086-03-01', closesOn: '2086-03-01' }, { opensOn: new Date('2086-03-01') }],
    ['du SQL', { title: "'); DROP TABLE offer; --", rome1: "G1803'; --" }, { title: "'); DROP TABLE offer; --", romes: [] }],
  ])('%s : compris', async (_what, change, kept) => {
    const { send, offers } = await desk();
    expect(await send(change)).toMatchObject({ status: 302, errors: {} });
    expect(await offers()).toMatchObject([kept]);
  });

  test('publier ce qui ne peut pas l’être : rien n’est gardé à moitié, tout ce qui était tapé revient', async () => {
    const { send, offers } = await desk();
    expect(await send({ description: '' }, 'publish')).toMatchObject({ status: 422, errors: { description: expect.stringMatching(/Décrivez l’offre/) as string }, values: { title: 'Cuisine' } });
    expect(await send({ closesOn: '2020-01-01' }, 'publish')).toMatchObject({ status: 422, errors: { closesOn: expect.stringMatching(/date limite est passée/) as string }, values: { closesOn: '2020-01-01' } });
    expect(await offers()).toEqual([]);
    expect(await send({}, 'publish')).toMatchObject({ status: 302 });
    expect(await offers()).toMatchObject([{ state: 'published' }]);
  });

  test('le partenaire se dit par son nom ; de deux du même nom, on demande lequel ; un inconnu est dit à son champ', async () => {
    const { officer, send, offers } = await desk();
    const { partnershipId } = await officer.do(addPartner, { name: 'Auberge du Lac' });
    expect((await send({ partnershipText: 'Zorglub' })).errors).toEqual({ partnershipId: expect.stringMatching(/Aucun de vos partenaires/) as string });
    expect((await send({ partnershipText: 'auberge du lac' })).status).toBe(302);
    expect(await offers()).toMatchObject([{ partnershipId }]);
    await officer.do(addPartner, { name: 'Auberge du Lac', siret: '73282932000074' });
    expect((await send({ partnershipText: 'Auberge du Lac' })).errors).toEqual({ partnershipId: expect.stringMatching(/Plusieurs partenaires/) as string });
    // Without script, the one who was already there is meant.
    expect((await send({ heldBy: partnershipId, heldByName: 'Auberge du Lac', partnershipText: 'Auberge du Lac' })).status).toBe(302);
    expect((await offers()).map((offer) => offer.partnershipId)).toEqual([partnershipId, partnershipId]);
  });

  test('chez un partenaire qui n’est pas le nôtre, ou n’existe pas : page introuvable, jamais une panne', async () => {
    const { send, offers } = await desk();
    const { partnershipId } = await (await missionLocale()).as('officer').do(addPartner, { name: 'Ailleurs' });
    for (const partner of [partnershipId, crypto.randomUUID(), 'x']) expect((await send({ partnershipId: partner })).status).toBe(404);
    expect(await offers()).toEqual([]);
  });

  test.each(['', '-1', '1e30', '99999999999', 'x'])('une correction dont la version est « %s » : on relit, rien ne se perd', async (version) => {
    const { officer } = await desk();
    const { offerId } = await officer.do(addOffer, { ...good, kind: 'training', audience: 'agency', partnershipId: null });
    const form = await sentForm(startOf(await officer.run((ctx) => getOffer(ctx, offerId))));
    const { status, text } = await visit(route('edit'), await officer.actor(), { params: { offerId }, form: { ...form, version, title: 'Autre titre' } });
    expect([status, text]).toEqual([409, expect.stringContaining('vient de modifier cette offre')]);
    expect(text).toContain('Autre titre');
  });
});
