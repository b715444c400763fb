/** How many of the first results count. */
export const depth = { ndcg: 10, recall: 20 } as const;

/**
 * nDCG@10 (Järvelin and Kekäläinen, 2002): what the first ten are worth, each discounted by its rank, over what the best order would be. A grade g gains
 * 2^g − 1. `found`: the grades of the results in their order; `all`: those of everything in the corpus. 0 to 1; NaN when nothing is worth anything.
 */
export function ndcg(found: readonly number[], all: readonly number[]): number {
  const ideal = dcg([...all].sort((a, b) => b - a));
  return ideal === 0 ? NaN : dcg(found) / ideal;
}

const dcg = (grades: readonly number[]) => grades.slice(0, depth.ndcg).reduce((sum, grade, i) => sum + (2 ** grade - 1) / Math.log2(i + 2), 0);

/**
 * recall@20: how many of what would serve (grade 2 or 3; 1 when nothing is better) is among the first twenty, over how many could be: twenty at most, since « Tarbes » has more.
 */
export function recall(found: readonly number[], all: readonly number[]): number {
  const least = all.some((grade) => grade >= 2) ? 2 : 1;
  const wanted = Math.min(depth.recall, all.filter((grade) => grade >= least).length);
  return wanted === 0 ? NaN : found.slice(0, depth.recall).filter((grade) => grade >= least).length / wanted;
}

export type Score = { ndcg: number; recall: number };

export function meanOf(scores: readonly Score[]): Score & { count: number } {
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / (values.length || 1);
  return { count: scores.length, ndcg: mean(scores.map((score) => score.ndcg)), recall: mean(scores.map((score) => score.recall)) };
}
