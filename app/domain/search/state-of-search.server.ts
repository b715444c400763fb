import type { Db } from '~/access/context';
import { judgeSearch, type SearchState } from './search-state';

/** How the engine beside PostgreSQL is doing, as its worker left it: for `/ready`. One query. */
export async function stateOfSearch(db: Db): Promise<SearchState> {
  const [known] = await db.$queryRaw<{ builtAt: Date | null; isGivenUp: boolean; buildingSince: Date | null; failure: string | null; waiting: number; lagSeconds: number }[]>`
    SELECT e.built_at AS "builtAt", coalesce(e.making = 'given up', false) AS "isGivenUp", e.building_since AS "buildingSince", e.failure, c.waiting, c.lag AS "lagSeconds" FROM (SELECT) AS one LEFT JOIN search.engine e ON true
    CROSS JOIN (SELECT count(*)::int AS waiting, coalesce(round(extract(epoch FROM clock_timestamp() - min(at)), 1), 0)::float8 AS lag FROM (SELECT at FROM search.changed WHERE NOT is_sent ORDER BY seq LIMIT 10000) w) c`;
  return judgeSearch(known!);
}
