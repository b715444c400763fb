import { expect, test } from 'vitest';
import { verdict } from './check-search.mjs';

const well = { built_at: new Date(), building_since: null, failure: null, making: 'as it should', waiting: 0, lag: 0, rows: 12, documents: 12 };

test.each([
  ['ok', well, '12 fiches, rien n’attend', undefined],
  ['ok', { ...well, waiting: 3, lag: 1, documents: 10 }, '3 changement(s) en attente depuis 1 s', undefined],
  ['warn', { ...well, waiting: 3, lag: 40 }, 'depuis 40 s', /tâches de fond/],
  ['warn', { ...well, documents: 9 }, '9 fiches, rien n’attend, 12 dans la base', /search:rebuild/],
  ['warn', { ...well, documents: null }, 'à construire', /search:rebuild/],
  ['warn', { ...well, built_at: null, building_since: new Date(), documents: null }, 'en construction', undefined],
  ['warn', { ...well, making: 'given up' }, 'trop de changements ont attendu', /search:rebuild/],
  ['warn', { ...well, failure: 'fetch failed' }, 'dernier échec : fetch failed', /npm start/],
])('%s : %j', (state, found, says, mend) => {
  const told = verdict(found);
  expect(told.state).toBe(state);
  expect(told.says).toContain(says);
  if (mend) expect(told.mend).toMatch(mend);
  else expect(told.mend).toBeUndefined();
});
