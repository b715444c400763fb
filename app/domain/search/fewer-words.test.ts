import { describe, expect, test } from 'vitest';
import { asTyped, mostTogether, unitsOf } from './fewer-words';

describe('words that are left out together', () => {
  test.each([
    ['serveuse tarbes lyon', '', ['serveuse', 'tarbes', 'lyon']],
    ['association saint gaudens', 'saint gaudens', ['association', 'saint gaudens']],
    ['mission locale pau', 'pau', ['mission locale', 'pau']],
    ['chantier insertion pau', '', ['chantier insertion', 'pau']],
    ['saint gaudens', 'saint gaudens', ['saint gaudens']],
  ])('%s', (words, place, expected) => {
    expect(unitsOf(words.split(' '), place ? place.split(' ') : []).map((unit) => unit.join(' '))).toEqual(expected);
  });
});

describe('the most words together come out', () => {
  const together = (held: Record<string, number>, apart?: number) => mostTogether(Object.entries(held).map(([bits, count]) => ({ bits: Number.parseInt(bits.split('').reverse().join(''), 2), count })), apart).map(({ count }) => count);
  // Read from the first word typed on: 1 for a word that is kept.
  test('those typed first before the others', () => {
    expect(together({ '1000': 9, '0101': 4, '1100': 2, '0001': 7 })).toEqual([2, 4]);
    expect(together({})).toEqual([]);
  });
  test('the first word that is found at all matters more than many others', () => {
    expect(together({ '1000': 9, '0111': 4 })).toEqual([9, 4]);
    expect(together({ '0100': 9, '0011': 4 })).toEqual([9, 4]);
    expect(together({ '1100': 2, '0010': 8 })).toEqual([2]);
  });
  test('but not the place: « tarbes soudeur urgent »', () => {
    expect(together({ '100': 50, '010': 3 }, 0b001)).toEqual([3, 50]);
  });
});

test('words are told as they were typed', () => {
  expect(asTyped('Pâtissière à BAGNÈRES, cœur', ['patissiere', 'bagneres', 'coeur'])).toBe('Pâtissière BAGNÈRES cœur');
});
