import { expect, test } from 'vitest';
import { judgeSearch } from './search-state';

const well = { answers: true, builtAt: new Date(), isGivenUp: false, building: false, failure: null, waiting: 0, lagSeconds: 0, refused: 0 };

test.each([
  ['ok', well],
  ['ok', { ...well, waiting: 2000, lagSeconds: 2 }],
  ['ok', { ...well, refused: 3 }],
  ['late', { ...well, waiting: 1, lagSeconds: 31 }],
  ['notBuilt', { ...well, builtAt: null, building: true }],
  ['notBuilt', { ...well, builtAt: null, failure: 'plus de place' }],
  ['outdated', { ...well, isGivenUp: true }],
  ['failing', { ...well, failure: 'plus de place', lagSeconds: 400 }],
  ['down', { ...well, answers: false }],
  ['down', { ...well, answers: false, builtAt: null, failure: 'connect ECONNREFUSED' }],
] as const)('%s : %j', (state, known) => {
  const { building, waiting, lagSeconds, refused } = known;
  expect(judgeSearch(known)).toEqual({ state, building, waiting, lagSeconds, refused });
});
