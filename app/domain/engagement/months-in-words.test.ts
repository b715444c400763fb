import { expect, test } from 'vitest';
import { monthsInWords } from './months-in-words';

const allBut = (...left: number[]) => Array.from({ length: 12 }, (_, i) => i + 1).filter((month) => !left.includes(month));

test.each([
  [[], ''],
  [allBut(), ''],
  [[5, 6], 'mai, juin'],
  [allBut(8), 'toute l’année sauf août'],
  [allBut(2, 8), 'toute l’année sauf février et août'],
  [[1, 2, 3, 4, 5, 6, 9, 10, 11, 12], 'de septembre à juin'],
  [[4, 5, 6, 7], 'd’avril à juillet'],
  [[1, 3, 5, 7, 9], 'janvier, mars, mai, juillet, septembre'],
])('%j : « %s »', (months, words) => expect(monthsInWords(months)).toBe(words));
