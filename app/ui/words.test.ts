import { expect, test } from 'vitest';
import { initials } from './avatar';
import { fieldId } from './field';
import { fileSize } from './file-field';
import { fold, matches } from './fold';
import { frenchNumber } from './french-number';

test.each([
  [0, '0'],
  [999, '999'],
  [3637, '3\u202f637'],
  [1_200_000, '1\u202f200\u202f000'],
  [12.5, '12,5'],
  [-1234.25, '−1\u202f234,25'],
])('%d s’écrit %s', (value, written) => expect(frenchNumber(value)).toBe(written));

test.each([
  [12, '12\u00a0octets'],
  [340_000, '340\u00a0ko'],
  [52_428_800, '52,4\u00a0Mo'],
])('%d octets se disent %s', (bytes, said) => expect(fileSize(bytes)).toBe(said));

test('un texte se compare sans accent, capitale, ligature ni apostrophe', () => {
  expect(fold(' Les Restaurants du CŒUR de l’Été ')).toBe('les restaurants du coeur de l ete');
});

test('chaque morceau cherché commence un mot, dans n’importe quel ordre', () => {
  expect(matches('ain rest', 'Les Restaurants de l’Ain')).toBe(true);
  expect(matches('taurants', 'Les Restaurants de l’Ain')).toBe(false);
  expect(matches('', 'Tout')).toBe(true);
});

test.each([
  ['Nadia Bellec', 'NB'],
  ['Marie-Ange de la Tour', 'MT'],
  ['élodie', 'É'],
  ['', ''],
])('les initiales de « %s » sont « %s »', (name, letters) => expect(initials(name)).toBe(letters));

test('l’identifiant d’un champ tient dans une adresse', () => {
  expect(fieldId('contacts[0].mail')).toBe('champ-contacts-0-mail');
});
