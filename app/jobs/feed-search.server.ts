import { MeilisearchError, type Meilisearch } from '~/adapters/search/meilisearch';
import { documentsOf } from '~/domain/search/read-for-index.server';
import type { IndexKind } from '~/domain/search/word-engine';
import type { Db } from '~/access/context';
import { asSystem } from '~/server/db.server';
import { log } from '~/server/log.server';
import { sendDocuments, type Refused } from './send-documents.server';

/** How many changes are sent at once. */
const BATCH = 2_000;
/** A batch that is not written by then is sent again: less than its transaction may last. */
const WRITTEN_MS = 90_000;

type Change = { seq: bigint; kind: IndexKind; agency: string; id: string };

/**
 * Sends one batch (of `most` changes) of what changed to the indexes in use, the oldest first, and forgets it once Meilisearch has written it. Answers how
 * many changes were taken; 0 when there is nothing, when another process is at it, or when there is no index yet. Stopped in between, by
 * either side, it loses nothing: the same batch is sent again.
 */
export function feedSearch(server: Meilisearch, { most = BATCH } = {}): Promise<number> {
  return asSystem('the search index learns what changed', async (db) => {
    if (!(await feedingAlone(db))) return 0;
    const changes = await db.$queryRaw<Change[]>`SELECT seq, kind, mission_locale_id::text AS agency, id::text FROM search.changed WHERE NOT is_sent AND EXISTS (SELECT FROM search.engine WHERE built_at IS NOT NULL) ORDER BY seq LIMIT ${most}`;
    if (changes.length === 0) return 0;
    // A request for documents would make an index of nothing but these.
    if (!(await server.hasIndex('partners')) || !(await server.hasIndex('offers'))) throw new MeilisearchError('index_not_found', 404, 'L’index n’existe plus : npm run search:rebuild');
    await sendChanges(db, server, changes, { to: (kind) => `${kind}s`, until: performance.now() + WRITTEN_MS });
    const seqs = changes.map(({ seq }) => seq);
    // An index that is being built has still to learn them.
    if (await isBeingBuilt(db)) await db.$executeRaw`UPDATE search.changed SET is_sent = true WHERE seq = ANY (${seqs}::bigint[])`;
    else await db.$executeRaw`DELETE FROM search.changed WHERE seq = ANY (${seqs}::bigint[]) OR is_sent`;
    await db.$executeRaw`UPDATE search.engine SET fed_at = now(), failure = NULL`;
    return changes.length;
  }, { timeout: 120_000 });
}

/** One process feeds at a time, until the end of its transaction. */
async function feedingAlone(db: Db): Promise<boolean> {
  const [{ alone }] = await db.$queryRaw<[{ alone: boolean }]>`SELECT pg_try_advisory_xact_lock(hashtextextended('search feed', 0)) AS alone`;
  return alone;
}

/** Somebody says so, and lives. */
async function isBeingBuilt(db: Db): Promise<boolean> {
  const [{ building }] = await db.$queryRaw<[{ building: boolean }]>`SELECT search.is_building() AND EXISTS (SELECT FROM search.engine WHERE building_since IS NOT NULL) AS building`;
  return building;
}

/** Writes these things as they are now, takes those that are gone out, and waits until it is done. What is refused is set aside: it stays as it was in the index. */
export async function sendChanges(db: Db, server: Meilisearch, changes: readonly Omit<Change, 'seq'>[], { to, until }: { to: (kind: IndexKind) => string; until?: number }): Promise<void> {
  for (const kind of ['partner', 'offer'] as const) {
    const things = [...new Map(changes.filter((change) => change.kind === kind).map(({ agency, id }) => [id, { agency, id }])).values()];
    if (things.length === 0) continue;
    const documents = await documentsOf(db, kind, things);
    const there = new Set(documents.map(({ id }) => id));
    const gone = things.filter(({ id }) => !there.has(id)).map(({ id }) => id);
    const sent = await sendDocuments(server, to(kind), documents, { until });
    if (gone.length > 0) await server.wait(await server.deleteDocuments(to(kind), gone), { until });
    const refused = await sent.written();
    await db.$executeRaw`DELETE FROM search.refused WHERE kind = ${kind} AND id = ANY (${things.map(({ id }) => id)}::uuid[])`;
    await setAside(db, kind, refused);
  }
}

/** Remembers what was refused, for `/ready` and `npm run doctor`. */
export async function setAside(db: Db, kind: IndexKind, refused: readonly Refused[]): Promise<void> {
  if (refused.length === 0) return;
  log({ what: 'search documents refused', kind, count: refused.length, ids: refused.slice(0, 20).map(({ id }) => id), why: [...new Set(refused.map(({ why }) => why))] });
  await db.$executeRaw`INSERT INTO search.refused (kind, mission_locale_id, id, why)
    SELECT ${kind}, * FROM unnest(${refused.map(({ agency }) => agency)}::uuid[], ${refused.map(({ id }) => id)}::uuid[], ${refused.map(({ why }) => why)}::text[])
    ON CONFLICT (mission_locale_id, kind, id) DO UPDATE SET why = excluded.why, at = clock_timestamp()`;
}
