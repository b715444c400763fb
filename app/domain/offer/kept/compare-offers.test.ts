import { expect, test } from 'vitest';
import { compareOffers, essentialsOf, isForYouths, travelOf } from './compare-offers';
import type { KeptOffer } from './kept-offer';

const offer = (more: Partial<KeptOffer>): KeptOffer => ({
  id: 'a', kind: 'job', title: 'Serveur ou serveuse', holder: 'Auberge', audience: 'agency', addressLine: null, commune: 'Tarbes', postcode: '65000', latitude: 43.23, longitude: 0.07, receptionModes: [],
  contract: 'CDD', workingTime: 'full', weeklyHours: 35, schedule: null, pay: null, startsOn: null, endsOn: null, nextSession: null, closesOn: null, duration: null, prepares: null, places: null,
  level: null, experience: null, ageMin: null, ageMax: null, publics: [], schemes: [], isHandicapFriendly: false, conditions: null, documents: null, cost: null, costText: null,
  mobilisationModes: [], mobilisableBy: [], mobilisationText: null, mobilisationUrl: null, contactName: null, contactEmail: null, contactPhone: null, note: null, ...more,
});
const tarbes = { name: 'Tarbes', latitude: 43.23, longitude: 0.07, mode: 'bus' as const };

test('côte à côte : ce qu’aucune ne dit est laissé, ce qui diffère est marqué', () => {
  const rows = compareOffers([offer({ pay: '11,88 € de l’heure' }), offer({ pay: '12,50 € de l’heure', weeklyHours: 28.5 }), offer({})], null);
  expect(rows.map(({ label }) => label)).toEqual(['Sorte', 'Chez', 'Lieu', 'Contrat', 'Horaires', 'Rémunération']);
  expect(rows.find(({ label }) => label === 'Rémunération')).toEqual({ label: 'Rémunération', values: ['11,88 € de l’heure', '12,50 € de l’heure', ''], differ: true });
  expect(rows.find(({ label }) => label === 'Horaires')?.values).toEqual(['35 h par semaine', '28,5 h par semaine', '35 h par semaine']);
  expect(rows.find(({ label }) => label === 'Contrat')?.differ).toBe(false);
});

test('le trajet est estimé d’où l’on part ; à distance, il n’y en a pas', () => {
  expect(travelOf(offer({ latitude: 43.1, longitude: -0.05 }), tarbes)).toMatch(/^\d+ min en bus ou en car$/);
  expect(travelOf(offer({ latitude: null, longitude: null }), tarbes)).toBe('');
  expect(travelOf(offer({ receptionModes: ['a-distance'] }), tarbes)).toBe('à distance');
});

test.each([
  ['public', [], true],
  ['public', ['professionnels'], false],
  ['public', ['usagers', 'professionnels'], true],
  ['network', ['usagers'], false],
] as const)('%s, mobilisable par [%s] : un jeune s’adresse seul ? %s', (audience, mobilisableBy, expected) => expect(isForYouths({ audience, mobilisableBy: [...mobilisableBy] })).toBe(expected));

test('un atelier dit où l’on va et quand', () => {
  const workshop = offer({ kind: 'workshop', addressLine: '12 rue Larrey', nextSession: { from: '2026-12-04T09:30', left: 0 } });
  expect(essentialsOf(workshop)).toEqual(expect.arrayContaining([{ label: 'Lieu', value: '12 rue Larrey, 65000 Tarbes' }, { label: 'Prochaine session', value: expect.stringMatching(/4 déc.* 2026 à 9 h 30, complet/) as string }]));
});

test('seule, une offre ne dit ni trajet ni note', () => {
  expect(essentialsOf(offer({ note: 'pour moi' })).map(({ value }) => value)).not.toContain('pour moi');
});
