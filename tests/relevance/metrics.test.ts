import { describe, expect, test } from 'vitest';
import { meanOf, ndcg, recall } from './metrics';

describe('nDCG@10', () => {
  test('the best order is worth 1, nothing found 0', () => {
    expect(ndcg([3, 2, 1], [1, 3, 0, 2])).toBe(1);
    expect(ndcg([], [3])).toBe(0);
    expect(ndcg([0, 0], [3])).toBe(0);
  });
  test('a result lower in the page is worth less, by the logarithm of its rank', () => {
    expect(ndcg([0, 3], [3])).toBeCloseTo(1 / Math.log2(3), 10);
    expect(ndcg([1, 3], [3, 1])).toBeCloseTo((1 + 7 / Math.log2(3)) / (7 + 1 / Math.log2(3)), 10);
  });
  test('the eleventh result is worth nothing', () => {
    expect(ndcg([...Array<number>(10).fill(0), 3], [3])).toBe(0);
  });
  test('where nothing is worth anything, there is nothing to measure', () => {
    expect(ndcg([0], [0, 0])).toBeNaN();
    expect(recall([0], [0, 0])).toBeNaN();
  });
});

describe('recall@20', () => {
  test('the share of what would serve that is among the first twenty', () => {
    expect(recall([3, 0, 2], [3, 2, 2, 2])).toBe(0.5);
    expect(recall([...Array<number>(20).fill(0), 3], [3])).toBe(0);
  });
  test('what is only near does not count, unless there is nothing better', () => {
    expect(recall([1, 3], [3, 1, 1, 1])).toBe(1);
    expect(recall([1], [1, 1])).toBe(0.5);
  });
  test('no more than twenty can be found', () => {
    expect(recall(Array<number>(20).fill(3), Array<number>(50).fill(3))).toBe(1);
  });
});

test('a mean counts each query once', () => {
  expect(meanOf([{ ndcg: 1, recall: 0.5 }, { ndcg: 0, recall: 1 }])).toEqual({ count: 2, ndcg: 0.5, recall: 0.75 });
  expect(meanOf([])).toEqual({ count: 0, ndcg: 0, recall: 0 });
});
