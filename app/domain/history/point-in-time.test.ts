import { expect, test } from 'vitest';
import { quickDays, readPoint } from './point-in-time';

const now = new Date('2026-11-25T10:30:20Z'); // 11:30 in Paris
const read = (date: string, time = '', edge: 'start' | 'end' = 'end') => readPoint({ date, time }, edge, now);

test('un jour se prend entier, une heure à la minute, ce qui court encore finit maintenant', () => {
  expect(read('2026-03-03')).toEqual({ ok: true, at: new Date('2026-03-03T22:59:59.999Z'), said: '3 mars 2026 en fin de journée', isNow: false });
  expect(read('2026-03-03', '', 'start')).toEqual({ ok: true, at: new Date('2026-03-02T23:00:00Z'), said: '3 mars 2026 en début de journée', isNow: false });
  expect(read('03/03/2026', '10 h')).toEqual({ ok: true, at: new Date('2026-03-03T09:00:59.999Z'), said: '3 mars 2026 à 10\u00a0h\u00a000', isNow: false });
  expect(read('2026-03-03', '9h05', 'start')).toMatchObject({ at: new Date('2026-03-03T08:05:00Z') });
  expect(read('2026-11-25')).toEqual({ ok: true, at: now, said: 'aujourd’hui', isNow: true });
  expect(read('2026-11-25', '11:30')).toMatchObject({ ok: true, at: now, isNow: true });
  // The day when clocks change has 23 hours.
  expect(read('2026-03-29')).toMatchObject({ at: new Date('2026-03-29T21:59:59.999Z') });
});

test('ce qui ne va pas se dit au champ', () => {
  expect(read('')).toEqual({ ok: false, field: 'date', sentence: 'Choisissez un jour.' });
  expect(read('', '10:00')).toMatchObject({ field: 'date' });
  expect(read('2026-11-26')).toMatchObject({ field: 'date', sentence: expect.stringMatching(/pas encore passé/) });
  expect(read('2026-11-25', '11:31')).toMatchObject({ field: 'time', sentence: expect.stringMatching(/pas encore passée/) });
  expect(read('31/02/2026')).toMatchObject({ field: 'date', sentence: expect.stringMatching(/n’existe pas/) });
  expect(read('demain')).toMatchObject({ field: 'date', sentence: expect.stringMatching(/n’est pas une date/) });
  for (const time of ['25:00', '10:75', 'midi']) expect(read('2026-03-03', time)).toMatchObject({ field: 'time', sentence: expect.stringMatching(/14:30/) });
});

test('il y a un mois, un an, même quand le mois d’avant est plus court', () => {
  expect(quickDays(now).map(({ day }) => day)).toEqual(['2026-10-25', '2025-11-25']);
  expect(quickDays(new Date('2026-03-31T12:00:00Z'))[0]!.day).toBe('2026-02-28');
  expect(quickDays(new Date('2028-02-29T12:00:00Z'))[1]!.day).toBe('2027-02-28');
});
