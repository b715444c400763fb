import { createHash } from 'node:crypto';
import type { Meilisearch } from '~/adapters/search/meilisearch';
import type { Db } from '~/access/context';
import { documentsAfter } from '~/domain/search/read-for-index.server';
import type { FoundThing, IndexKind } from '~/domain/search/word-engine';
import { asSystem } from '~/server/db.server';
import { documentsVersion } from '#search/documents';
import { indexSettings } from '#search/settings';
import { sendChanges, setAside } from './feed-search.server';
import { sendDocuments, type Refused } from './send-documents.server';

/** How many are read at once: an offer may hold a page of text. */
const BATCH = { partner: 10_000, offer: 2_500 };
/** Sent and not yet written: more would only fill the memory of both. */
const AHEAD = 6;
const kinds = ['partner', 'offer'] as const;

/** What an index is made with; another, and it is built anew. */
export const searchMaking = createHash('sha256').update(`${documentsVersion} ${JSON.stringify(indexSettings)}`).digest('hex').slice(0, 16);

export type Rebuilt = Record<IndexKind, number>;
type Telling = { onProgress?: (kind: IndexKind, count: number) => void };

/**
 * Builds both indexes anew beside those in use, then exchanges them at once: people search the old ones until then. What changes
 * meanwhile is noted and sent before the exchange. Stopped in the middle, whatever the way, it leaves what was in use (`clearUnfinished`
 * takes away its half), and starts again from nothing.
 * @throws when another rebuild is under way, or Meilisearch stops answering
 */
export async function rebuildSearch(server: Meilisearch, { onProgress = () => {} }: Telling = {}): Promise<Rebuilt> {
  return asSystem('the search index is built anew', async (db) => {
    // Should this machine vanish without a word, PostgreSQL sees it within a minute instead of two hours, and lets the lock go.
    await db.$queryRaw`SELECT set_config('tcp_keepalives_idle', '30', true), set_config('tcp_keepalives_interval', '10', true), set_config('tcp_keepalives_count', '3', true), set_config('idle_in_transaction_session_timeout', '0', true)`;
    if (!(await buildingAlone(db))) throw new Error('L’index est déjà en reconstruction.');
    const { isKnown } = await noteFromNow();
    // Indexes of these names that this database did not build are of another life of it: they are not served meanwhile.
    if (!isKnown) for (const kind of kinds) await server.wait(await server.dropIndex(`${kind}s`), { ignore: 'index_not_found' });
    const [partner, offer] = [await fillNext(db, server, 'partner', (count) => onProgress('partner', count)), await fillNext(db, server, 'offer', (count) => onProgress('offer', count))];
    await exchange(db, server, { partner: partner.refused, offer: offer.refused });
    return { partner: partner.count, offer: offer.count };
  }, { timeout: 1_800_000 });
}

/**
 * From here on every change is noted. Where none was before, transactions under way are waited for, so that the reading that follows sees what they
 * wrote. Where they already were, nobody is waited for: what a transaction writes is noted as it commits, be it hours later.
 */
async function noteFromNow(): Promise<{ isKnown: boolean }> {
  const known = await asSystem('changes are noted for the search index', (db) => db.$queryRaw<[{ isKnown: boolean }]>`
    INSERT INTO search.engine (name, building_since) VALUES ('meilisearch', now()) ON CONFLICT (name) DO UPDATE SET building_since = now(), failure = NULL RETURNING built_at IS NOT NULL AS "isKnown"`);
  if (known[0].isKnown) return known[0];
  const [{ limit }] = await asSystem('who writes now', (db) => db.$queryRaw<[{ limit: string }]>`SELECT pg_snapshot_xmax(pg_current_snapshot())::text AS limit`);
  for (;;) {
    const [{ ended }] = await asSystem('have they ended', (db) => db.$queryRaw<[{ ended: boolean }]>`SELECT pg_snapshot_xmin(pg_current_snapshot()) >= ${limit}::xid8 AS ended`);
    if (ended) return known[0];
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function fillNext(db: Db, server: Meilisearch, kind: IndexKind, onProgress: (count: number) => void): Promise<{ count: number; refused: Refused[] }> {
  const next = `${kind}s_next`;
  await server.wait(await server.dropIndex(next), { ignore: 'index_not_found' });
  await server.wait(await server.createIndex(next));
  await server.wait(await server.setSettings(next, indexSettings[`${kind}s`]));
  const [onTheirWay, refused]: [Awaited<ReturnType<typeof sendDocuments>>[], Refused[]] = [[], []];
  const oldestIsWritten = async () => refused.push(...(await onTheirWay.shift()!.written()));
  let count = 0;
  for (let after: FoundThing | null = null; ; ) {
    const documents: FoundThing[] = await documentsAfter(db, kind, after, BATCH[kind]);
    if (documents.length === 0) break;
    onTheirWay.push(await sendDocuments(server, next, documents));
    count += documents.length;
    onProgress(count);
    if (onTheirWay.length > AHEAD) await oldestIsWritten();
    after = documents.at(-1)!;
    if (documents.length < BATCH[kind]) break;
  }
  while (onTheirWay.length > 0) await oldestIsWritten();
  return { count: count - refused.length, refused };
}

/** Nobody feeds while the last changes are sent and the names exchanged. */
async function exchange(db: Db, server: Meilisearch, refused: Record<IndexKind, Refused[]>): Promise<void> {
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('search feed', 0))`;
  const changes = await db.$queryRaw<{ seq: bigint; kind: IndexKind; agency: string; id: string }[]>`SELECT seq, kind, mission_locale_id::text AS agency, id::text FROM search.changed ORDER BY seq`;
  await db.$executeRaw`DELETE FROM search.refused`;
  for (const kind of kinds) await setAside(db, kind, refused[kind]);
  for (let from = 0; from < changes.length; from += BATCH.offer) await sendChanges(db, server, changes.slice(from, from + BATCH.offer), { to: (kind) => `${kind}s_next` });
  const indexes = [];
  for (const kind of kinds) indexes.push({ index: `${kind}s`, isFirst: !(await server.hasIndex(`${kind}s`)) });
  await server.wait(await server.swapNext(indexes));
  for (const { index, isFirst } of indexes) if (!isFirst) await server.wait(await server.dropIndex(`${index}_next`));
  await db.$executeRaw`DELETE FROM search.changed WHERE seq = ANY (${changes.map(({ seq }) => seq)}::bigint[])`;
  await db.$executeRaw`UPDATE search.engine SET built_at = now(), fed_at = now(), building_since = NULL, failure = NULL, making = ${searchMaking}`;
}

/**
 * Takes away what a rebuild that was killed left: its half of an index, and the changes that it had kept for it. Does nothing while one is under way.
 * Answers whether there was something.
 */
export function clearUnfinished(server: Meilisearch): Promise<boolean> {
  return asSystem('what a rebuild that was killed left is taken away', async (db) => {
    const [{ left }] = await db.$queryRaw<[{ left: boolean }]>`SELECT EXISTS (SELECT FROM search.engine WHERE building_since IS NOT NULL) AS left`;
    if (!left || !(await buildingAlone(db))) return false;
    for (const kind of kinds) await server.wait(await server.dropIndex(`${kind}s_next`), { ignore: 'index_not_found', until: performance.now() + 60_000 });
    await db.$executeRaw`DELETE FROM search.changed WHERE is_sent`;
    await db.$executeRaw`UPDATE search.engine SET building_since = NULL`;
    return true;
  }, { timeout: 90_000 });
}

/** One process builds at a time, until the end of its transaction. */
async function buildingAlone(db: Db): Promise<boolean> {
  const [{ alone }] = await db.$queryRaw<[{ alone: boolean }]>`SELECT pg_try_advisory_xact_lock(hashtextextended('search rebuild', 0)) AS alone`;
  return alone;
}
