import { expect, test } from 'vitest';
import { agoWords, untilWords } from './moments';

const now = new Date('2026-11-22T10:00:00.000Z');

test('what happened is said from now backwards', () => {
  expect(agoWords(new Date('2026-11-22T09:59:40.000Z'), now)).toBe('à l’instant');
  expect(agoWords(new Date('2026-11-22T09:59:00.000Z'), now)).toBe('il y a 1 minute');
  expect(agoWords(new Date('2026-11-22T07:30:00.000Z'), now)).toBe('il y a 2 heures');
  expect(agoWords(new Date('2026-11-20T07:30:00.000Z'), now)).toBe('le 20 novembre 2026 à 8\u00a0h\u00a030');
});

test('what will happen is said from now on', () => {
  expect(untilWords(new Date('2026-11-22T09:00:00.000Z'), now)).toBe('maintenant');
  expect(untilWords(new Date('2026-11-22T10:11:10.000Z'), now)).toBe('dans 12 minutes');
  expect(untilWords(new Date('2026-11-22T12:00:00.000Z'), now)).toBe('le 22 novembre 2026 à 13\u00a0h\u00a000');
});
