import { expect, test } from '@playwright/test';
import { scriptWeight, weightBudget } from '../../scripts/local/script-weight.mjs';

test('no page makes a telephone read more script than the budget, and the map comes apart', () => {
  const { pages, later } = scriptWeight();
  expect(pages.length).toBeGreaterThan(60);
  expect(pages.filter(({ bytes }) => bytes > weightBudget)).toEqual([]);
  expect(later.map(({ file }) => file.replace(/-[\w-]{8}\.m?js$/, ''))).toContain('maplibre-gl-worker');
});
