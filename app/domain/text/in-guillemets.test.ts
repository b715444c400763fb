import { expect, test } from 'vitest';
import { inGuillemets } from './in-guillemets';

test.each([
  ['Atelier CV', '« Atelier CV »'],
  ['Atelier « Mon CV »', '« Atelier “Mon CV” »'],
  ['« Mon CV » et « Ma lettre »', '« “Mon CV” et “Ma lettre” »'],
  ['Atelier «\u00a0Mon CV\u202f»', '« Atelier “Mon CV” »'],
  ['Atelier «Mon CV»', '« Atelier “Mon CV” »'],
  ['Atelier “Mon CV” à l’accueil', '« Atelier “Mon CV” à l’accueil »'],
  [' Titre coupé « au mil… ', '« Titre coupé “au mil… »'],
  ['', '«  »'],
])('%s', (text, quoted) => {
  expect(inGuillemets(text)).toBe(quoted);
});
