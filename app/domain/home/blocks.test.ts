import { expect, test } from 'vitest';
import { arranged, hiddenBlocks, shownBlocks, usualBlocks } from './blocks';

test('a block moves within its column, past those of the other; the first does not go higher', () => {
  expect(arranged(['figures', 'stages', 'tasks', 'agreements'], 'tasks', 'up')).toEqual(['tasks', 'stages', 'figures', 'agreements']);
  expect(arranged(['figures', 'stages', 'tasks', 'agreements'], 'stages', 'down')).toEqual(['figures', 'agreements', 'tasks', 'stages']);
  expect(arranged(['figures', 'tasks'], 'figures', 'up')).toEqual(['figures', 'tasks']);
  expect(arranged(['figures', 'tasks'], 'changes', 'up')).toEqual(['figures', 'tasks']);
});

test('a hidden block can be added again, at the end, once', () => {
  const without = arranged(['figures', 'tasks'], 'figures', 'hide');
  expect(without).toEqual(['tasks']);
  expect(hiddenBlocks('officer', without)).toContain('figures');
  expect(arranged(arranged(without, 'figures', 'show'), 'figures', 'show')).toEqual(['tasks', 'figures']);
});

test('what was kept holds; an unknown block, one said twice or one that the role may not read does not', () => {
  expect(shownBlocks('counsellor', ['tasks', 'former', 'tasks', 'imports'])).toEqual(['tasks']);
  expect(shownBlocks('officer', 'nonsense')).toEqual(usualBlocks('officer'));
  expect(shownBlocks('officer', [])).toEqual([]);
  for (const role of ['officer', 'counsellor', 'manager', 'admin'] as const) expect(shownBlocks(role, undefined)).toEqual(usualBlocks(role));
});
