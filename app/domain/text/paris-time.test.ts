import { expect, test } from 'vitest';
import { parisClock, parisMoment } from './paris-time';

test.each([
  ['2026-01-15T10:00', '2026-01-15T09:00:00.000Z'],
  ['2026-07-15T10:00', '2026-07-15T08:00:00.000Z'],
  ['2026-07-15', '2026-07-15T10:00:00.000Z'],
  ['2026-10-25T02:30', '2026-10-25T00:30:00.000Z'],
  ['2026-03-29T02:30', '2026-03-29T01:30:00.000Z'],
  ['2028-02-29T00:00', '2028-02-28T23:00:00.000Z'],
])('à Paris, %s est %s', (clock, moment) => {
  expect(parisMoment(clock)?.toISOString()).toBe(moment);
});

test.each(['', 'hier', '2026-02-30', '2026-13-01', '2026-01-01T25:00', '22/11/2026', '2026-1-1', '99999-01-01'])('« %s » n’est pas une date', (text) => {
  expect(parisMoment(text)).toBeNull();
});

test('l’horloge de Paris n’est pas celle de Greenwich', () => {
  expect(parisClock(new Date('2026-11-22T23:30:00Z'))).toBe('2026-11-23T00:30');
});
