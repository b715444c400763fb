import { expect, test } from 'vitest';
import { kmAround, readOfferFilters } from './offer-filters';
import { activeOfferFilters } from './write-offer-filters';

const read = (query: string) => readOfferFilters(new URLSearchParams(query));

test('le trajet dit dans la boîte remplit les filtres', () => {
  expect(read('q=serveuse+tarbes+30+min+en+bus').filters).toMatchObject({ q: 'serveuse tarbes', minutes: 30, moyen: 'bus' });
});

test('ce qui n’est pas compris est laissé, et dit', () => {
  const { filters, notices } = read(`sorte=emploi&sorte=pirate&contrat=CDI&contrat=%27;--&rayon=5000&minutes=999&debut=demain&session=2026-02-31&age=12000&tri=%00&metier=g18&metier=ZZ&commune=x&q=${'a'.repeat(2000)}`);
  expect(filters).toMatchObject({ sorte: ['job'], contrat: ['CDI'], rayon: 200, minutes: 120, debut: '', session: '', age: null, tri: null, metier: ['G18'], commune: '' });
  expect(filters.q).toHaveLength(200);
  expect(notices).toEqual(['Le rayon a été ramené à 200 km.', 'Le trajet a été ramené à deux heures.', 'La commune n’a pas été comprise.', 'L’âge n’a pas été compris : donnez-le en deux chiffres.', 'Cet ordre n’existe pas : la liste est triée comme d’habitude.',
    'La recherche a été coupée à 200 caractères.', 'La date de début n’a pas été comprise.', 'La date de la session n’a pas été comprise.', '3 des filtres de l’adresse n’ont pas été compris : ils ne comptent pas.']);
});

test('mille codes de métier n’en font pas mille conditions', () => {
  expect(read(Array.from({ length: 1000 }, (_, i) => `metier=G${1000 + i}`).join('&')).filters.metier).toHaveLength(40);
});

test.each([
  ['rayon=20', 20],
  ['minutes=30&moyen=bus', 6.2],
  ['moyen=velo', 5.8],
  ['minutes=30', 6.2],
  ['rayon=0', null],
  ['', null],
])('%s : %s km autour', (query, km) => expect(kmAround(read(query).filters)).toBe(km));

test.each([
  ['', 0],
  ['q=serveuse&tri=date&vue=carte', 0],
  ['commune=65440&minutes=30&moyen=bus', 1],
  ['sorte=emploi&sorte=stage&gratuit=oui&autour=43.2,0.1&rayon=20', 4],
])('%s : %s filtres en service', (query, count) => expect(activeOfferFilters(read(query).filters)).toBe(count));
