import { expect, test } from 'vitest';
import { cleanLines, cleanText } from './clean';

test.each([
  ['A\u202Etxt.exe', 'Atxt.exe'],
  ['\u2067Scierie\u2069 \u202AVal\u202C', 'Scierie Val'],
  ['Nul\u0000 et\u200B sauts\n de ligne', 'Nul et sauts de ligne'],
  ['جمعية الأمل', 'جمعية الأمل'],
  ['Chez Zoé 👩‍🍳', 'Chez Zoé 👩‍🍳'],
])('« %s » : ni signe invisible, ni sens d’écriture forcé sur ce qui suit', (typed, kept) => {
  expect([cleanText(typed), cleanLines(typed.replace('\n', ''))]).toEqual([kept, kept]);
});
