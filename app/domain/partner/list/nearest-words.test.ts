import { describe, expect, test } from 'vitest';
import { lettersApart, nearestWords } from './nearest-words';

describe('the nearest spellings of a word', () => {
  test('a letter replaced, missing, added or swapped is one apart', () => {
    expect(lettersApart('restaurents', 'restaurants')).toBe(1);
    expect(lettersApart('boulangrie', 'boulangerie')).toBe(1);
    expect(lettersApart('garrage', 'garage')).toBe(1);
    expect(lettersApart('menuisreie', 'menuiserie')).toBe(1);
    expect(lettersApart('', 'abc')).toBe(3);
    expect(lettersApart('meme', 'meme')).toBe(0);
  });
  test('the nearest come first; three letters apart is another word; a short word allows one', () => {
    expect(nearestWords('restaurents', ['restauration', 'restaurant', 'restaurants'])).toEqual(['restaurants', 'restaurant']);
    expect(nearestWords('gare', ['gaze', 'garage', 'gars'])).toEqual(['gars', 'gaze']);
  });
  test('a slip in the first letter counts twice, but for an h', () => {
    expect(nearestWords('dupont', ['pont', 'dupond'])).toEqual(['dupond']);
    expect(nearestWords('voulangerie', ['boulangerie'])).toEqual(['boulangerie']);
    expect(nearestWords('opital', ['hopital'])).toEqual(['hopital']);
    expect(nearestWords('otel', ['hotel', 'motel'])).toEqual(['hotel']);
  });
  test('eight at most', () => {
    expect(nearestWords('tarbes', Array.from('abcdefghijkl', (letter) => `tarbe${letter}`))).toHaveLength(8);
  });
});
