import { describe, expect, test } from 'vitest';
import { dayOf, momentOf, shortDayOf, sinceOf } from './french-date';

describe('dates in French', () => {
  test('the first of a month is « 1er », whole or short', () => {
    expect([dayOf, shortDayOf].map((say) => say(new Date('2026-12-01T12:00:00Z')))).toEqual(['1er décembre 2026', '1er déc. 2026']);
    expect([dayOf, shortDayOf].map((say) => say(new Date('2026-12-11T12:00:00Z')))).toEqual(['11 décembre 2026', '11 déc. 2026']);
  });
  test('in Paris, where the year has begun before Greenwich’s', () => {
    expect(shortDayOf(new Date('2026-12-31T23:30:00Z'))).toBe('1er janv. 2027');
    expect(momentOf(new Date('2026-07-31T22:05:00Z'))).toBe('1er août 2026 à 0\u00a0h\u00a005');
  });
  test('since when: the day, or the month beyond a year', () => {
    const now = new Date('2026-12-31T12:00:00Z');
    expect(sinceOf(new Date('2026-05-01T12:00:00Z'), now)).toBe('depuis le 1er mai 2026');
    expect(sinceOf(new Date('2025-05-01T12:00:00Z'), now)).toBe('depuis mai 2025');
  });
});
