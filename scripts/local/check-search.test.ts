import { expect, test } from 'vitest';
import { asleep, verdict } from './check-search.mjs';

const well = { problem: undefined, built_at: new Date(), building: false, failure: null, making: 'as it should', waiting: 0, lag: 0, refused: 0, rows: 12, documents: 12 };

test.each([
  ['ok', well, '12 fiches, rien n’attend', undefined],
  ['ok', { ...well, waiting: 3, lag: 1, documents: 10 }, '3 changement(s) en attente depuis 1 s', undefined],
  ['ok', { ...well, building: true, documents: 9 }, '9 fiches, rien n’attend, un nouvel index se construit', undefined],
  ['warn', { ...well, waiting: 3, lag: 40 }, 'depuis 40 s', /tâches de fond/],
  ['warn', { ...well, documents: 9 }, '9 fiches, rien n’attend, 12 dans la base', /search:rebuild/],
  ['warn', { ...well, documents: 11, refused: 1 }, '1 fiche(s) refusée(s)', /search\.refused/],
  ['warn', { ...well, documents: null }, 'à construire', /search:rebuild/],
  ['warn', { ...well, built_at: null, building: true, documents: null }, 'en construction', undefined],
  ['warn', { ...well, built_at: null, documents: null, failure: 'plus de place' }, 'à construire, PostgreSQL répond en attendant ; dernier échec : plus de place', /search:rebuild/],
  ['warn', { ...well, making: 'given up' }, 'trop de changements ont attendu', /search:rebuild/],
  ['warn', { ...well, making: 'given up', building: true }, 'est en reconstruction', undefined],
  ['warn', { ...well, failure: 'fetch failed' }, 'dernier échec : fetch failed', /npm start/],
  ['warn', { ...well, problem: 'ne répond pas', documents: undefined, waiting: 2, lag: 7 }, 'Meilisearch ne répond pas ; 2 changement(s) en attente depuis 7 s', /MEILI_URL/],
])('%s : %j', (state, found, says, mend) => {
  const told = verdict(found);
  expect(told.state).toBe(state);
  expect(told.says).toContain(says);
  if (mend) expect(told.mend).toMatch(mend);
  else expect(told.mend).toBeUndefined();
});

test('without an engine, what is kept for its return is told', () => {
  expect(asleep({ name: null, waiting: 0 }).says).toBe('PostgreSQL');
  expect(asleep({ name: 'meilisearch', waiting: 4 }).says).toMatch(/^PostgreSQL ; 4 changement/);
});
