import { expect, test } from 'vitest';
import { fewerInWords, nothingWithAll } from './fewer-said';

const way = { without: ['bus', 'Lyon'], around: null, km: 0, to: '/', found: '12 offres' };

test('what is left out, or around what one looks, is said plainly', () => {
  expect(fewerInWords(way)).toBe('Sans «\u00a0bus\u00a0» ni «\u00a0Lyon\u00a0»');
  expect(fewerInWords({ ...way, without: [], around: 'Auch', km: 30 })).toBe('À moins de 30\u00a0km d’Auch');
  expect(fewerInWords({ ...way, around: 'Tarbes', km: 30 })).toBe('Sans «\u00a0bus\u00a0» ni «\u00a0Lyon\u00a0», à moins de 30\u00a0km de Tarbes');
  expect(nothingWithAll('Aucune offre', [way])).toBe('Aucune offre avec tous ces mots. Sans «\u00a0bus\u00a0» ni «\u00a0Lyon\u00a0»\u00a0: 12 offres.');
});
