import { chosenSearch } from '~/adapters/search/chosen-search';
import type { Meilisearch } from '~/adapters/search/meilisearch';
import { asSystem } from '~/server/db.server';
import { log, logError } from '~/server/log.server';
import { boundChanges, keepForItsReturn } from './bound-changes.server';
import { feedSearch } from './feed-search.server';
import { clearUnfinished, rebuildSearch, searchMaking } from './rebuild-search.server';

/** A change is searchable within two seconds: looked for so often, and Meilisearch needs some tenths to write it. */
const PAUSE_MS = 300;
/** After a failure. */
const REST_MS = 3_000;
/** How often the engine is called when nothing changes, and its index looked at. */
const ROUND_MS = 10_000;
/** Without an engine. */
const ASLEEP_MS = 60_000;

/** Keeps the index of this installation up for as long as the worker lives. Without an engine, keeps what an earlier one would have to learn (`keepForItsReturn`). */
export async function keepSearchFed(): Promise<{ stop: () => Promise<void> }> {
  const search = chosenSearch();
  const round = search ? awake(search.server) : await asleep();
  let stopping = false;
  let wake = () => {};
  const loop = (async () => {
    while (!stopping) {
      const pause = await round();
      if (stopping) break;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, pause);
        wake = () => (clearTimeout(timer), resolve());
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

/** Answers how long to wait before the next; never fails. */
type Round = () => Promise<number>;

function awake(server: Meilisearch): Round {
  let lookedAt = -ROUND_MS;
  const round = async () => {
    if (performance.now() - lookedAt >= ROUND_MS) {
      await boundChanges();
      await lookAfter(server);
      lookedAt = performance.now();
    }
    return (await feedSearch(server)) > 0 ? 0 : PAUSE_MS;
  };
  return () => round().catch(failed);
}

async function asleep(): Promise<Round> {
  const kept = await keepForItsReturn();
  if (kept !== null) log({ what: 'search engine is not set', kept, says: 'what changes is kept for its return: SEARCH=meilisearch' });
  return async () => {
    await keepForItsReturn().catch((error: unknown) => logError(error, 'search engine that is not set'));
    return ASLEEP_MS;
  };
}

/**
 * The engine answers; what a killed rebuild left is taken away; an index that is missing, or was made otherwise, is asked for. The key makes it one
 * job, however many workers ask; not while somebody builds, and a failed one has its minute before it is tried again.
 */
async function lookAfter(server: Meilisearch): Promise<void> {
  const isThere = await areThere(server);
  await clearUnfinished(server);
  await asSystem('the worker looks after the search index', async (db) => {
    const isWell = isThere && (await isBuilt(db));
    // A failure is over when all is sent and built, not because the engine answers.
    await db.$executeRaw`UPDATE search.engine SET failure = CASE WHEN ${isWell} THEN NULL ELSE failure END, fed_at = now() WHERE NOT EXISTS (SELECT FROM search.changed WHERE NOT is_sent)`;
    if (!isWell)
      await db.$executeRaw`SELECT graphile_worker.add_job('search:rebuild', '{}'::json, max_attempts := 10, job_key := 'search:rebuild') WHERE NOT search.is_building()
        AND NOT EXISTS (SELECT FROM graphile_worker.jobs WHERE key = 'search:rebuild' AND locked_at IS NULL AND attempts < max_attempts AND run_at < now() + interval '1 minute')`;
  });
}

const areThere = async (server: Meilisearch) => (await server.hasIndex('partners')) && (await server.hasIndex('offers'));

type Db = Parameters<Parameters<typeof asSystem>[1]>[0];

async function isBuilt(db: Db): Promise<boolean> {
  const [{ built }] = await db.$queryRaw<[{ built: boolean }]>`SELECT EXISTS (SELECT FROM search.engine WHERE built_at IS NOT NULL AND making = ${searchMaking}) AS built`;
  return built;
}

/** The job: builds the index unless it is there and as it should be, or somebody is at it. */
export async function rebuildIfNeeded(): Promise<void> {
  const search = chosenSearch();
  if (!search) return;
  const isThere = await areThere(search.server);
  const isWell = await asSystem('is the search index as it should be', async (db) => {
    const [{ building }] = await db.$queryRaw<[{ building: boolean }]>`SELECT search.is_building() AS building`;
    return building || (isThere && (await isBuilt(db)));
  });
  if (isWell) return;
  try {
    await rebuildSearch(search.server);
  } catch (error) {
    await remember(error);
    throw error;
  }
}

async function failed(error: unknown): Promise<number> {
  // Said once, not every three seconds of a night.
  if ((await remember(error).catch(() => 1)) > 0) logError(error, 'search feed');
  return REST_MS;
}

/** Keeps what went wrong for `npm run doctor`; answers how many rows say something else than before. */
function remember(error: unknown): Promise<number> {
  const sentence = error instanceof Error ? error.message.slice(0, 300) : 'erreur inconnue';
  return asSystem('the search index could not be kept up', (db) => db.$executeRaw`
    INSERT INTO search.engine (name, failure) VALUES ('meilisearch', ${sentence}) ON CONFLICT (name) DO UPDATE SET failure = excluded.failure WHERE engine.failure IS DISTINCT FROM excluded.failure`);
}
