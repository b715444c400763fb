import type { Db } from '~/access/context';

/** How many organisations of each outcome, and what else the figures of the plan say. `refused` counts lines. */
export type ImportCounts = {
  lines: number;
  organisations: number;
  create: number;
  join: number;
  complete: number;
  unchanged: number;
  refused: number;
  /** Organisations with a choice to make. */
  questions: number;
  /** Lines put together with another one of the same organisation. */
  merged: number;
  renamed: number;
};

/** Counts what the items say now; the number of lines read is the plan's. */
export async function countsOfItems(db: Db, importId: string): Promise<Omit<ImportCounts, 'lines'>> {
  const [row] = await db.$queryRaw<Omit<ImportCounts, 'lines'>[]>`
    SELECT count(*) FILTER (WHERE outcome <> 'refused')::int AS organisations,
      count(*) FILTER (WHERE outcome = 'create')::int AS create, count(*) FILTER (WHERE outcome = 'join')::int AS join,
      count(*) FILTER (WHERE outcome = 'complete')::int AS complete, count(*) FILTER (WHERE outcome = 'unchanged')::int AS unchanged,
      count(*) FILTER (WHERE outcome = 'refused')::int AS refused, count(*) FILTER (WHERE questions <> '[]')::int AS questions,
      coalesce(sum(cardinality(lines) - 1) FILTER (WHERE outcome <> 'refused'), 0)::int AS merged,
      count(*) FILTER (WHERE outcome = 'create' AND facts ->> 'originalName' <> label)::int AS renamed
    FROM import_item WHERE batch_id = ${importId}::uuid`;
  return row!;
}
