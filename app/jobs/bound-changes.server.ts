import { asSystem } from '~/server/db.server';

/** Sending more than this takes longer than building the index anew. */
const MOST_WAITING = 100_000;

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
