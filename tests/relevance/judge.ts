import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gradeOf, meets, readJudgements, type Judged, type Thing } from './judgements';
import { depth, meanOf, ndcg, recall, type Score } from './metrics';

export type Scored = Judged & Score & { first: string[] };

export const judged = (name: 'partners' | 'offers') => readJudgements(readFileSync(path.join(import.meta.dirname, 'judged', `${name}.txt`), 'utf8'));

/** The judgements that nothing in the corpus meets: a key that no longer stands. */
export function emptyJudgements(queries: readonly Judged[], things: readonly Thing[]): string[] {
  return queries.flatMap(({ query, line, judgements }) => judgements.filter(({ conditions }) => !things.some((thing) => conditions.every((one) => meets(thing, one)))).map(({ text }) => `line ${line}, « ${query} »: ${text}`));
}

/** Asks each query of `search`, which answers the ids that it finds in their order, and scores what comes. */
export async function scoreAll(queries: readonly Judged[], things: readonly Thing[], search: (typed: string) => Promise<string[]>): Promise<Scored[]> {
  const scored: Scored[] = [];
  for (const one of queries) {
    const grades = new Map(things.map((thing) => [thing.id, gradeOf(one, thing)]));
    const names = new Map(things.map(({ id, nom }) => [id, nom]));
    const ids = (await search(one.query)).slice(0, depth.recall);
    const found = ids.map((id) => grades.get(id) ?? 0);
    const all = [...grades.values()];
    scored.push({ ...one, ndcg: ndcg(found, all), recall: recall(found, all), first: ids.slice(0, 3).map((id) => names.get(id) ?? '?') });
  }
  return scored;
}

/** The table that a run prints: each group, all of them, and the queries that serve people worst. */
export function report(title: string, scored: readonly Scored[]): string {
  const line = (name: string, scores: readonly Score[]) => {
    const { count, ...mean } = meanOf(scores);
    return `${name.padEnd(46)} ${String(count).padStart(4)}   ${mean.ndcg.toFixed(3)}   ${mean.recall.toFixed(3)}`;
  };
  const groups = [...new Set(scored.map(({ group }) => group))];
  const worst = [...scored].sort((a, b) => a.ndcg - b.ndcg).filter((one) => one.ndcg < 0.6);
  return [
    `${title.padEnd(46)} count  nDCG@10 recall@20`,
    ...groups.map((group) => line(group, scored.filter((one) => one.group === group))),
    line('all', scored),
    ...worst.map((one) => `  ${one.ndcg.toFixed(2)} ${one.recall.toFixed(2)}  « ${one.query} » → ${one.first.join(' | ') || 'rien'}`),
  ].join('\n');
}
