import { describe, expect, test } from 'vitest';
import { readSearch } from './read-search';

const words = (typed: string) => readSearch(typed).words;
const number = (typed: string) => readSearch(typed).numbers[0];

describe('what is looked for', () => {
  test('words are folded: accents, capitals, ligatures and punctuation do not count', () => {
    expect(words('RESTAURENTS du CŒUR')).toEqual(['restaurents', 'coeur']);
    expect(words('L’Étape (Saint-Jean)')).toEqual(['etape', 'saint', 'jean']);
  });
  test('small words are left out when others exist, kept when they are all there is', () => {
    expect(words('les restos du coeur de l’ain')).toEqual(['restos', 'coeur', 'ain']);
    expect(words('de la')).toEqual(['de', 'la']);
  });
  test('a SIRET is read with or without spaces', () => {
    for (const typed of ['81234567800011', '812 345 678 00011', '812.345.678-00011', '812\u202f345\u202f678\u00a000011'])
      expect(number(typed)?.siretStart).toBe('81234567800011');
  });
  test('a SIREN or the beginning of a SIRET is one too', () => {
    expect(number('812345678')).toEqual({ siretStart: '812345678', phone: '812345678' });
    expect(number('812 345')?.siretStart).toBe('812345');
  });
  test('a telephone is read however it is written', () => {
    for (const typed of ['05 36 49 12 08', '0536491208', '+33 5 36 49 12 08', '+33 (0)5 36 49 12 08', '0033536491208', '05.36.49.12.08'])
      expect(number(typed)?.phone).toEqual('536491208');
    expect(number('0590 49 12 08')?.phone).toEqual('590491208');
    expect(number('+590 590 49 12 08')?.phone).toEqual('590491208');
  });
  test('a part of a telephone is looked for as a part', () => {
    expect(number('49 12 08')?.phone).toEqual('491208');
  });
  test('a postcode or a département stays a word, even before a telephone', () => {
    expect(readSearch('tarbes 65000')).toEqual({ words: ['tarbes', '65000'], numbers: [] });
    expect(readSearch('65')).toEqual({ words: ['65'], numbers: [] });
    expect(readSearch('65000 05 36 49 12 08')).toEqual({ words: ['65000'], numbers: [{ siretStart: '0536491208', phone: '536491208' }] });
  });
  test('a code of letters and digits stays one word', () => {
    expect(readSearch('D1202 tarbes')).toEqual({ words: ['d1202', 'tarbes'], numbers: [] });
  });
  test('fifteen digits are not a number we know: the groups stay words', () => {
    expect(readSearch('812345678000112').numbers).toEqual([]);
    expect(words('812345678000112')).toEqual(['812345678000112']);
  });
  test('nothing, signs, NUL bytes, emoji and other scripts give an empty search, not an error', () => {
    for (const typed of ['', '   ', '\u0000', '🙂🙂', '؟', '" & | ! ( ) : * < >', '%%__\\']) expect(readSearch(typed)).toEqual({ words: [], numbers: [] });
  });
  test('two thousand letters are cut', () => {
    expect(words('a'.repeat(2000))).toEqual(['a'.repeat(200)]);
    expect(words(Array.from({ length: 500 }, (_, i) => `m${i}`).join(' '))).toHaveLength(12);
  });
});
