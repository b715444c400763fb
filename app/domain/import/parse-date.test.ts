import { expect, test } from 'vitest';
import { parsePastDate } from './parse-date';

const dayOf = (text: string) => {
  const parsed = parsePastDate(text, '2025-06-30');
  return parsed.ok ? parsed.day : parsed.reason;
};

test.each([
  ['12/03/2024', '2024-03-12'], ['2024-03-12', '2024-03-12'], ['2024-03-12 09:00', '2024-03-12'], ['12-3-24', '2024-03-12'], ['12.03.1998', '1998-03-12'], ['03/2024', '2024-03-01'], ['2019', '2019-01-01'],
  ['12 mars 2024', '2024-03-12'], ['1er août 2020', '2020-08-01'], ['le 3 févr. 2021', '2021-02-03'], ['30/06/2025', '2025-06-30'],
])('« %s » est le %s', (text, day) => {
  expect(dayOf(text)).toBe(day);
});

test.each([['01/07/2025', /futur/], ['31/02/2024', /n’existe pas/], ['bientôt', /n’est pas une date/], ['12/03/1789', /trop ancienne/], ['00/00/0000', /n’existe pas|pas une date/], ['45363', /n’est pas une date/]])('« %s » est refusé', (text, reason) => {
  expect(dayOf(text)).toMatch(reason);
});
