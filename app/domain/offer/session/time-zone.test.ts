import { describe, expect, test } from 'vitest';
import { clockAt, momentAt, timeZoneOf } from './time-zone';

describe('l’heure d’une session', () => {
  test.each([
    ['2026-11-25T09:30', 'Europe/Paris', '2026-11-25T08:30:00.000Z'],
    ['2026-07-01T09:30', 'Europe/Paris', '2026-07-01T07:30:00.000Z'],
    ['2026-03-29T01:59', 'Europe/Paris', '2026-03-29T00:59:00.000Z'],
    ['2026-03-29T03:00', 'Europe/Paris', '2026-03-29T01:00:00.000Z'],
    ['2026-10-25T03:00', 'Europe/Paris', '2026-10-25T02:00:00.000Z'],
    ['2026-10-25T02:30', 'Indian/Reunion', '2026-10-24T22:30:00.000Z'],
    ['2026-11-25T09:30', 'America/Martinique', '2026-11-25T13:30:00.000Z'],
    ['2026-11-25T09:30', 'Pacific/Noumea', '2026-11-24T22:30:00.000Z'],
  ])('%s à %s', (clock, zone, expected) => {
    const read = momentAt(clock, zone);
    expect(read.ok && read.at.toISOString()).toBe(expected);
    expect(read.ok && clockAt(read.at, zone)).toBe(clock);
  });

  test('la nuit du changement d’heure, une heure manque et une autre vient deux fois', () => {
    expect(momentAt('2026-03-29T02:30', 'Europe/Paris')).toEqual({ ok: false, why: 'missing' });
    expect(momentAt('2026-10-25T02:30', 'Europe/Paris')).toEqual({ ok: false, why: 'twice' });
    expect(momentAt('2026-03-08T02:30', 'America/Miquelon')).toEqual({ ok: false, why: 'missing' });
  });

  test.each([['974', 'Indian/Reunion'], ['65', 'Europe/Paris'], [null, 'Europe/Paris'], ['988', 'Pacific/Noumea']])('département %s : %s', (code, zone) => expect(timeZoneOf(code)).toBe(zone));
});
