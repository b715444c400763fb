import type { Db } from '~/access/context';
import { judgeSearch, type SearchState } from './search-state';

/** How the engine beside PostgreSQL is doing, for `/ready`: whether it `answers` (for who asks to tell), and what its feeding has left in the database. One query. */
export async function stateOfSearch(db: Db, { answers = true } = {}): Promise<SearchState> {
  const [known] = await db.$queryRaw<Omit<Parameters<typeof judgeSearch>[0], 'answers'>[]>`
    SELECT e.built_at AS "builtAt", coalesce(e.making = 'given up', false) AS "isGivenUp", search.is_building() AS building, e.failure, c.waiting, c.lag AS "lagSeconds", (SELECT count(*)::int FROM search.refused) AS refused
    FROM (SELECT) AS one LEFT JOIN search.engine e ON true
    CROSS JOIN (SELECT count(*)::int AS waiting, coalesce(round(extract(epoch FROM clock_timestamp() - min(at)), 1), 0)::float8 AS lag FROM (SELECT at FROM search.changed WHERE NOT is_sent ORDER BY seq LIMIT 10000) w) c`;
  return judgeSearch({ ...known!, answers });
}
