import { expect, test } from 'vitest';
import { judgeSearch } from './search-state';

const well = { builtAt: new Date(), isGivenUp: false, buildingSince: null, failure: null, waiting: 0, lagSeconds: 0 };

test.each([
  ['ok', well],
  ['ok', { ...well, waiting: 2000, lagSeconds: 2 }],
  ['late', { ...well, waiting: 1, lagSeconds: 31 }],
  ['notBuilt', { ...well, builtAt: null, buildingSince: new Date() }],
  ['outdated', { ...well, isGivenUp: true }],
  ['down', { ...well, isGivenUp: true, failure: 'fetch failed' }],
  ['down', { ...well, failure: 'fetch failed', lagSeconds: 400 }],
] as const)('%s', (state, known) => {
  expect(judgeSearch(known)).toMatchObject({ state, building: known.buildingSince !== null });
});
