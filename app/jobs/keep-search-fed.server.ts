import { chosenSearch } from '~/adapters/search/chosen-search';
import type { Meilisearch } from '~/adapters/search/meilisearch';
import { asSystem } from '~/server/db.server';
import { logError } from '~/server/log.server';
import { boundChanges } from './bound-changes.server';
import { feedSearch } from './feed-search.server';
import { rebuildSearch, searchMaking } from './rebuild-search.server';

/** A change is searchable within two seconds: looked for so often, and Meilisearch needs some tenths to write it. */
const PAUSE_MS = 300;
/** After a failure. */
const REST_MS = 3_000;
/** How often the engine is called when nothing changes, and its index looked at. */
const ROUND_MS = 10_000;

/** Keeps the index of this installation up for as long as the worker lives. Without an engine, forgets what an earlier one left to send. */
export async function keepSearchFed(): Promise<{ stop: () => Promise<void> }> {
  const search = chosenSearch();
  if (!search) {
    await asSystem('there is no search index', (db) => db.$executeRaw`WITH gone AS (DELETE FROM search.engine RETURNING 1) DELETE FROM search.changed`);
    return { stop: async () => {} };
  }
  let stopping = false;
  let wake = () => {};
  let lookedAt = -ROUND_MS;
  const round = async () => {
    if (performance.now() - lookedAt >= ROUND_MS) {
      await boundChanges();
      await lookAfter(search.server);
      lookedAt = performance.now();
    }
    return (await feedSearch(search.server)) > 0 ? 0 : PAUSE_MS;
  };
  const loop = (async () => {
    while (!stopping) {
      const pause = await round().catch(failed);
      await new Promise<void>((resolve) => {
        wake = resolve;
        setTimeout(resolve, pause);
      });
    }
  })();
  return {
    async stop() {
      stopping = true;
      wake();
      await loop;
    },
  };
}

/** The engine answers; an index that is missing, or was made otherwise, is asked for. The key makes it one job, however many workers ask. */
async function lookAfter(server: Meilisearch): Promise<void> {
  const isThere = (await server.hasIndex('partners')) && (await server.hasIndex('offers'));
  await asSystem('the worker looks after the search index', async (db) => {
    await db.$executeRaw`UPDATE search.engine SET failure = NULL, fed_at = CASE WHEN EXISTS (SELECT FROM search.changed WHERE NOT is_sent) THEN fed_at ELSE now() END`;
    if (!(isThere && (await isBuilt(db)))) await db.$executeRaw`SELECT graphile_worker.add_job('search:rebuild', '{}'::json, max_attempts := 10, job_key := 'search:rebuild')`;
  });
}

type Db = Parameters<Parameters<typeof asSystem>[1]>[0];

async function isBuilt(db: Db): Promise<boolean> {
  const [{ built }] = await db.$queryRaw<[{ built: boolean }]>`SELECT EXISTS (SELECT FROM search.engine WHERE built_at IS NOT NULL AND making = ${searchMaking}) AS built`;
  return built;
}

/** The job: builds the index unless it is there and as it should be. */
export async function rebuildIfNeeded(): Promise<void> {
  const search = chosenSearch();
  if (!search) return;
  const isThere = (await search.server.hasIndex('partners')) && (await search.server.hasIndex('offers'));
  if (isThere && (await asSystem('is the search index as it should be', isBuilt))) return;
  await rebuildSearch(search.server);
}

async function failed(error: unknown): Promise<number> {
  const sentence = error instanceof Error ? error.message.slice(0, 300) : 'erreur inconnue';
  const isNew = await asSystem('the search index could not be fed', (db) => db.$executeRaw`
    INSERT INTO search.engine (name, failure) VALUES ('meilisearch', ${sentence}) ON CONFLICT (name) DO UPDATE SET failure = excluded.failure WHERE engine.failure IS DISTINCT FROM excluded.failure`).catch(() => 1);
  // Said once, not every three seconds of a night.
  if (isNew > 0) logError(error, 'search feed');
  return REST_MS;
}
