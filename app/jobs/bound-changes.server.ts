import { asSystem } from '~/server/db.server';

/** Sending more than this takes longer than building the index anew. */
const MOST_WAITING = 100_000;

/** How long an installation that runs without its engine keeps what the engine would have to learn. */
const MOST_DAYS = 30;

/** What `search.engine.making` says of an index whose changes were given up: no index is made so, hence the worker asks for another. */
export const GIVEN_UP = 'given up';

/**
 * Gives up what waits for the search index beyond `most` changes, as when Meilisearch is away for weeks: nothing grows without end, and the index
 * is built anew at its return. The one in use serves until then: what it finds is read again. Not while one is being built, which needs them.
 * Answers whether it did.
 */
export function boundChanges({ most = MOST_WAITING } = {}): Promise<boolean> {
  return asSystem('what waits for the search index stays bounded', async (db) => {
    const [{ over }] = await db.$queryRaw<[{ over: boolean }]>`SELECT EXISTS (SELECT FROM search.changed ORDER BY seq OFFSET ${most}::int LIMIT 1) AND pg_try_advisory_xact_lock(hashtextextended('search rebuild', 0)) AS over`;
    if (!over) return false;
    await db.$executeRaw`UPDATE search.engine SET making = ${GIVEN_UP}`;
    await db.$executeRaw`DELETE FROM search.changed`;
    return true;
  }, { timeout: 120_000 });
}

/**
 * Without its engine (`SEARCH` is no longer set: for a while, by mistake, or for good), an installation goes on noting what changes, so that
 * the engine learns it at its return instead of being built anew. Beyond `most` changes or 30 days, it is forgotten: nothing is noted any more,
 * and a return builds the index. Answers how many changes are kept; null when there is no engine to wait for.
 */
export function keepForItsReturn({ most = MOST_WAITING, now = new Date() } = {}): Promise<number | null> {
  return asSystem('an engine that was taken away may come back', async (db) => {
    const [known] = await db.$queryRaw<{ waiting: number; oldest: Date | null }[]>`SELECT c.waiting, c.oldest FROM search.engine,
      (SELECT count(*)::int AS waiting, min(at) AS oldest FROM (SELECT at FROM search.changed ORDER BY seq LIMIT ${most + 1}::int) w) c`;
    if (!known) return null;
    if (known.waiting <= most && (known.oldest === null || now.getTime() - known.oldest.getTime() < MOST_DAYS * 86_400_000)) return known.waiting;
    await db.$executeRaw`WITH gone AS (DELETE FROM search.engine RETURNING 1) DELETE FROM search.changed`;
    return null;
  }, { timeout: 120_000 });
}
