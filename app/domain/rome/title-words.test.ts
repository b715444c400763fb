import { expect, test } from 'vitest';
import { titleQuery, titleWords } from './title-words';

test.each([
  ['Serveur / Serveuse de restaurant', 'serveur serveuse de restaurant'],
  ['Chef pâtissier / pâtissière', 'chef patissier patissiere'],
  ["Garde d'enfant à domicile", 'garde d enfant a domicile'],
])('%s se trouve par « %s »', (label, words) => expect(titleWords(label)).toBe(words));

test.each([
  ['serveuses', 'serveuse:*'],
  ['Aide à domicile', 'aide:* & domicile:*'],
  ['  coif ', 'coif:*'],
  ['bus', 'bus:*'],
  ["' | ! & (", null],
  ['', null],
])('« %s » cherche %s', (typed, query) => expect(titleQuery(typed)).toBe(query));
