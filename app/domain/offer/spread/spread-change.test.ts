import { expect, test } from 'vitest';
import { offerFields } from '~/domain/offer/offer-fields';
import { spreadChange, type SharedContent } from './spread-change';

const day = (text: string) => new Date(`${text}T00:00:00Z`);
const lists = ['themeCodes', 'romes', 'publics', 'schemes', 'receptionModes', 'mobilisationModes', 'mobilisableBy', 'zones'];
const blank = Object.fromEntries(offerFields.map(({ field }) => [field, lists.includes(field) ? [] : null]));
const offer = { ...blank, kind: 'training', title: 'Cuisine', description: 'Trois mois.', audience: 'network', isHandicapFriendly: false, partnershipId: null, places: 8, level: '3', contactPhone: '+33562000000' } as unknown as SharedContent;
const elsewhere = (own: Partial<SharedContent> = {}, state = 'published', origin = 'agency') => ({ ...offer, ...own, state, origin }) as Parameters<typeof spreadChange>[2];
const how = { mayPublish: true, today: '2026-11-25' };
const change = (now: Partial<SharedContent>, other = elsewhere(), then: Partial<SharedContent> = {}, as = how) => spreadChange({ ...offer, ...then }, { ...offer, ...then, ...now }, other, as);

test('ce qui change ici change ailleurs, le reste est laissé', () => {
  expect(change({ title: 'Cuisine du soir', places: 6 })).toEqual({ set: { title: 'Cuisine du soir', places: 6 }, kept: [] });
  expect(change({})).toEqual({ set: {}, kept: [] });
});

test('un lieu qui disait autre chose garde ce qu’il dit, et on le sait ; déjà d’accord, on n’en parle pas', () => {
  expect(change({ title: 'Cuisine du soir', places: 6 }, elsewhere({ places: 12 }))).toEqual({ set: { title: 'Cuisine du soir' }, kept: ['Places'] });
  expect(change({ places: 12 }, elsewhere({ places: 12 }))).toEqual({ set: {}, kept: [] });
  // Another phone there, and the name of here corrected: the phone was not touched.
  expect(change({ contactName: 'Accueil' }, elsewhere({ contactPhone: '+33562999999' }))).toEqual({ set: { contactName: 'Accueil' }, kept: [] });
});

test('jamais l’adresse', () => {
  expect(change({ hasOwnPlace: true, addressLine: '1 rue', communeCode: '65286', postcode: '65100' } as never)).toEqual({ set: {}, kept: [] });
});

test('deux dates qui n’iraient plus ensemble restent toutes deux', () => {
  const there = elsewhere({ startsOn: day('2027-03-01'), endsOn: null });
  expect(change({ endsOn: day('2027-02-01'), title: 'Autre' }, there)).toEqual({ set: { title: 'Autre' }, kept: ['Se termine le'] });
  expect(change({ endsOn: day('2027-04-01') }, there)).toEqual({ set: { endsOn: day('2027-04-01') }, kept: [] });
  expect(change({ closesOn: day('2027-02-01') }, elsewhere({ opensOn: day('2027-03-01') }))).toEqual({ set: {}, kept: ['Date limite'] });
  expect(change({ ageMax: 20 }, elsewhere({ ageMin: 22 }))).toEqual({ set: {}, kept: ['Âge, jusqu’à'] });
});

test('un lieu publié ne devient pas impubliable, ni visible plus loin par qui ne publie pas', () => {
  expect(change({ description: null })).toEqual({ set: {}, kept: ['Description'] });
  expect(change({ closesOn: day('2026-11-24') })).toEqual({ set: {}, kept: ['Date limite'] });
  expect(change({ description: null, closesOn: day('2026-11-24'), places: 6 })).toEqual({ set: { places: 6 }, kept: ['Description', 'Date limite'] });
  // Past its day already, until the night closes it: that is no fault of the correction.
  expect(change({ places: 6 }, elsewhere({ closesOn: day('2026-11-24') }))).toEqual({ set: { places: 6 }, kept: [] });
  expect(change({ description: null }, elsewhere({}, 'draft'))).toEqual({ set: { description: null }, kept: [] });
  const near = { audience: 'agency' } as const;
  expect(change({ audience: 'public' }, elsewhere(near), near, { ...how, mayPublish: false })).toEqual({ set: {}, kept: ['Qui la trouve'] });
  expect(change({ audience: 'public' }, elsewhere(near), near)).toEqual({ set: { audience: 'public' }, kept: [] });
});

test('une autre sorte vide partout les champs qu’elle n’a pas, même différents', () => {
  expect(change({ kind: 'workshop', level: null }, elsewhere({ level: '4', romes: ['G1603'] }))).toEqual({ set: { kind: 'workshop', level: null, romes: [] }, kept: [] });
});

test('le lien d’inscription et la façon de s’y rendre vont ensemble', () => {
  const link = { mobilisationModes: ['utiliser-lien-mobilisation'], mobilisationUrl: 'https://exemple.org/' };
  expect(change(link, elsewhere({ mobilisationUrl: 'https://ailleurs.example/' }))).toEqual({ set: { mobilisationModes: link.mobilisationModes }, kept: ['Lien d’inscription'] });
  expect(change({ mobilisationUrl: null, mobilisationModes: [] }, elsewhere({ ...link, mobilisationModes: [...link.mobilisationModes, 'telephoner'] }), link)).toEqual({ set: {}, kept: ['Comment y aller', 'Lien d’inscription'] });
});

test('ce qu’un partenaire a écrit reste à lui', () => {
  expect(change({ partnershipId: '018f0000-0000-7000-8000-000000000002' }, elsewhere({}, 'draft', 'partner'))).toEqual({ set: {}, kept: ['Qui la propose'] });
});
