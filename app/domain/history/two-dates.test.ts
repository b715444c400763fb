import { expect, test } from 'vitest';
import { readTwoDates } from './two-dates';

const now = new Date('2026-11-25T10:30:00Z');
const began = new Date('2026-03-12T08:30:00Z');
const day = (date: string, time = '') => ({ date, time });
const read = (from: string, to: string, before: string | null = null) => readTwoDates({ from: day(from), to: day(to), before }, began, now);

test('du premier instant d’un jour au dernier de l’autre ; sans date, c’est aujourd’hui', () => {
  expect(read('2026-04-01', '2026-04-30')).toEqual({ ok: true, from: { at: new Date('2026-03-31T21:59:59.999Z') }, to: new Date('2026-04-30T21:59:59.999Z'), saidFrom: 'le 1er avril 2026 en début de journée', saidTo: 'le 30 avril 2026 en fin de journée' });
  expect(read('2026-04-01', '')).toMatchObject({ ok: true, to: now, saidTo: 'aujourd’hui' });
  expect(read('', '2026-04-01')).toEqual({ ok: true, from: { at: new Date('2026-04-01T21:59:59.999Z') }, to: now, saidFrom: 'le 1er avril 2026 en fin de journée', saidTo: 'aujourd’hui' });
  expect(read('', '')).toBeNull();
  expect(read('', '', '12')).toEqual({ ok: true, from: { before: '12' }, to: now, saidFrom: '', saidTo: 'aujourd’hui' });
});

test('ce qui ne va pas se dit au champ, les deux fois', () => {
  expect(read('2026-04-30', '2026-04-01')).toEqual({ ok: false, errors: { au: 'La fin est avant le début : vérifiez les deux dates.' } });
  expect(read('2026-12-01', 'hier')).toMatchObject({ ok: false, errors: { du: expect.stringMatching(/pas encore passé/), au: expect.stringMatching(/n’est pas une date/) } });
  expect(readTwoDates({ from: day('2026-04-01', '25:00'), to: day(''), before: null }, began, now)).toMatchObject({ errors: { 'du-heure': expect.stringMatching(/14:30/) } });
  for (const [from, to, field] of [['2026-03-11', '', 'du'], ['', '2026-03-11', 'au']] as const) expect(read(from, to)).toMatchObject({ ok: false, errors: { [field]: expect.stringMatching(/n’était pas encore dans votre agence : il y est depuis le 12 mars 2026/) } });
  expect(read('2026-03-12', '')).toMatchObject({ ok: true });
  expect(read('', '', '1; DROP')).toMatchObject({ ok: false, errors: { du: expect.any(String) } });
});
