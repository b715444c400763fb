import { expect, test } from 'vitest';
import { everywhereFrom, movesFrom } from './everywhere-verbs';

test('on propose pour tous les lieux ce qui en fait avancer deux au moins', () => {
  expect(everywhereFrom(['published', 'published'])).toEqual(['renew', 'pause', 'withdraw']);
  expect(everywhereFrom(['published', 'draft'])).toEqual([]);
  expect(everywhereFrom(['draft', 'submitted', 'paused'])).toEqual(['publish']);
  expect(everywhereFrom(['published', 'expired'])).toEqual(['renew']);
  expect(everywhereFrom(['withdrawn', 'expired', 'archived'])).toEqual(['renew']);
  expect(everywhereFrom(['archived', 'archived'])).toEqual([]);
});

test('ce qui est fini se renouvelle, avec de nouvelles dates, et ne se republie pas d’ici ; ce qui vient d’ailleurs ne se renouvelle pas', () => {
  expect(movesFrom('publish', { state: 'expired' })).toBe(false);
  expect(movesFrom('renew', { state: 'paused' })).toBe(false);
  expect(movesFrom('renew', { state: 'published', origin: 'dataInclusion' })).toBe(false);
});
