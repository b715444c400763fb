import { createHash } from 'node:crypto';
import type { Meilisearch } from '~/adapters/search/meilisearch';
import type { Db } from '~/access/context';
import { documentsAfter } from '~/domain/search/read-for-index.server';
import type { FoundThing, IndexKind } from '~/domain/search/word-engine';
import { asSystem } from '~/server/db.server';
import { documentsVersion } from '#search/documents';
import { indexSettings } from '#search/settings';
import { sendChanges } from './feed-search.server';

const BATCH = 10_000;
/** Sent and not yet written: more would only fill the memory of both. */
const AHEAD = 6;
const kinds = ['partner', 'offer'] as const;

/** What an index is made with; another, and it is built anew. */
export const searchMaking = createHash('sha256').update(`${documentsVersion} ${JSON.stringify(indexSettings)}`).digest('hex').slice(0, 16);

export type Rebuilt = Record<IndexKind, number>;
type Telling = { onProgress?: (kind: IndexKind, count: number) => void };

/**
 * Builds both indexes anew beside those in use, then exchanges them at once: people search the old ones until then. What changes
 * meanwhile is noted and sent before the exchange. Stopped in the middle, it leaves what was in use, and starts again from nothing.
 * @throws when another rebuild is under way, or Meilisearch stops answering
 */
export async function rebuildSearch(server: Meilisearch, { onProgress = () => {} }: Telling = {}): Promise<Rebuilt> {
  return asSystem('the search index is built anew', async (db) => {
    const [{ alone }] = await db.$queryRaw<[{ alone: boolean }]>`SELECT pg_try_advisory_xact_lock(hashtextextended('search rebuild', 0)) AS alone`;
    if (!alone) throw new Error('L’index est déjà en reconstruction.');
    const { isKnown } = await noteFromNow();
    // Indexes of these names that this database did not build are of another life of it: they are not served meanwhile.
    if (!isKnown) for (const kind of kinds) await server.wait(await server.dropIndex(`${kind}s`), { ignore: 'index_not_found' });
    const built: Rebuilt = { partner: 0, offer: 0 };
    for (const kind of kinds) built[kind] = await fillNext(db, server, kind, (count) => onProgress(kind, count));
    await exchange(db, server);
    return built;
  }, { timeout: 1_800_000 });
}

/** From here on every change is noted; transactions of before are waited for, so that the reading that follows sees what they wrote. */
async function noteFromNow(): Promise<{ isKnown: boolean }> {
  const known = await asSystem('changes are noted for the search index', (db) => db.$queryRaw<[{ isKnown: boolean }]>`
    INSERT INTO search.engine (name, building_since) VALUES ('meilisearch', now()) ON CONFLICT (name) DO UPDATE SET building_since = now() RETURNING built_at IS NOT NULL AS "isKnown"`);
  const [{ limit }] = await asSystem('who writes now', (db) => db.$queryRaw<[{ limit: string }]>`SELECT pg_snapshot_xmax(pg_current_snapshot())::text AS limit`);
  for (;;) {
    const [{ ended }] = await asSystem('have they ended', (db) => db.$queryRaw<[{ ended: boolean }]>`SELECT pg_snapshot_xmin(pg_current_snapshot()) >= ${limit}::xid8 AS ended`);
    if (ended) return known[0];
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function fillNext(db: Db, server: Meilisearch, kind: IndexKind, onProgress: (count: number) => void): Promise<number> {
  const next = `${kind}s_next`;
  await server.wait(await server.dropIndex(next), { ignore: 'index_not_found' });
  await server.wait(await server.createIndex(next));
  await server.wait(await server.setSettings(next, indexSettings[`${kind}s`]));
  const tasks: number[] = [];
  let count = 0;
  for (let after: FoundThing | null = null; ; ) {
    const documents: FoundThing[] = await documentsAfter(db, kind, after, BATCH);
    if (documents.length === 0) break;
    tasks.push(await server.addDocuments(next, documents));
    count += documents.length;
    onProgress(count);
    if (tasks.length > AHEAD) await server.wait(tasks.shift()!);
    after = documents.at(-1)!;
    if (documents.length < BATCH) break;
  }
  for (const task of tasks) await server.wait(task);
  return count;
}

/** Nobody feeds while the last changes are sent and the names exchanged. */
async function exchange(db: Db, server: Meilisearch): Promise<void> {
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('search feed', 0))`;
  const changes = await db.$queryRaw<{ seq: bigint; kind: IndexKind; agency: string; id: string }[]>`SELECT seq, kind, mission_locale_id::text AS agency, id::text FROM search.changed ORDER BY seq`;
  for (let from = 0; from < changes.length; from += BATCH) await sendChanges(db, server, changes.slice(from, from + BATCH), { to: (kind) => `${kind}s_next` });
  const indexes = [];
  for (const kind of kinds) indexes.push({ index: `${kind}s`, isFirst: !(await server.hasIndex(`${kind}s`)) });
  await server.wait(await server.swapNext(indexes));
  for (const { index, isFirst } of indexes) if (!isFirst) await server.wait(await server.dropIndex(`${index}_next`));
  await db.$executeRaw`DELETE FROM search.changed WHERE seq = ANY (${changes.map(({ seq }) => seq)}::bigint[])`;
  await db.$executeRaw`UPDATE search.engine SET built_at = now(), fed_at = now(), building_since = NULL, failure = NULL, making = ${searchMaking}`;
}
