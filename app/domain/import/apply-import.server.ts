import type { Ctx, Db } from '~/access/context';
import { checkOfficer } from '~/domain/partnership/check-officer.server';
import { asJson } from './as-json';
import type { ImportedFacts } from './imported-facts';
import { noOptions, type KeptOptions } from './import-options';
import type { ImportQuestion } from './import-question';
import { CHUNK, inChunks } from './in-chunks';
import { countsOfItems } from './items-of-import.server';
import { knownAmong, valueIds } from './known-organisations.server';
import { importOf, moveImport } from './move-import.server';
import type { Report } from './plan-import.server';
import { createResolver, type Resolved } from './resolve-organisations';
import { insertOrganisations, updateOrganisations, type RecordEffect } from './write-organisations.server';
import { addBeside, ensureTags, insertPartnerships, type BesideEffect } from './write-partnerships.server';

/** What applying one item wrote, kept with it for the undo. */
export type ImportEffect = { made: 'organisation' | 'partnership' | null; record?: RecordEffect; beside?: BesideEffect };

type Item = { position: number; line: number; facts: ImportedFacts; questions: ImportQuestion[] };

/**
 * Carries out a plan, in the transaction of the person who asked: all of it or nothing. Each organisation is compared again
 * with what the register and the partners are now, so that what somebody did since the dry run is kept. One import at a
 * time in an agency: a second one waits. Does nothing when the import is not waiting to be applied (a job that runs twice).
 * Throws `RegisterMoved` when another agency takes one of the SIRETs in the same instant: run it again.
 */
export async function applyImport(ctx: Ctx, importId: string, report: Report = async () => {}): Promise<void> {
  await oneImportAtATime(ctx.db);
  const batch = await importOf(ctx, importId);
  if (batch.state !== 'applying') return;
  const options: KeptOptions = { ...noOptions, ...(batch.options as Partial<KeptOptions> | null) };
  await checkOfficer(ctx, options.officerId);
  const total = await ctx.db.importItem.count({ where: { batchId: importId, outcome: { not: 'refused' } } });

  const known = await valueIds(ctx.db);
  const { tags, made } = await ensureTags(ctx.db, await tagsOf(ctx.db, importId, options), known.tags);
  const ids = { ...known, tags };
  const freshIds = await idSource(ctx.db, total * 2);
  const resolve = createResolver(ids, () => ({ organisationId: freshIds(), partnershipId: freshIds() }));

  let done = 0;
  for (let items = await itemsAfter(ctx.db, importId, -1); items.length > 0; items = await itemsAfter(ctx.db, importId, items.at(-1)!.position)) {
    const index = await knownAmong(ctx.db, items.map(({ facts }) => facts));
    const chunk = items.map((item) => ({ ...item, ...resolve({ ...item, ask: false }, index) }));
    await write(ctx, importId, chunk, options, ids);
    done += items.length;
    await report(done, total);
  }
  const counts = { ...(batch.counts as object | null), ...(await countsOfItems(ctx.db, importId)) };
  await moveImport(ctx, importId, 'finish', { counts, options: { ...options, madeTagIds: made }, progress: { done: total, total }, problem: null });
  // The database's own clock, to the microsecond: what is written later is what somebody built on this import.
  await ctx.db.$executeRaw`UPDATE import_batch SET applied_at = clock_timestamp() WHERE id = ${importId}::uuid`;
  await ctx.emit('import.applied', { batchId: importId });
}

/** Until the end of this transaction, no other import of the agency is applied or undone. */
export async function oneImportAtATime(db: Db): Promise<void> {
  await db.$queryRaw`SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended('import ' || app.mission_locale(), 0))) AS wait`;
}

type Decided = Item & Resolved;

async function write(ctx: Ctx, importId: string, chunk: Decided[], options: KeptOptions, ids: Parameters<typeof createResolver>[0]): Promise<void> {
  const { db, now } = ctx;
  const created = chunk.filter(({ decision }) => decision.outcome === 'create');
  const started = chunk.filter(({ decision }) => decision.outcome === 'create' || decision.outcome === 'join');
  const withTag = (tags: string[]) => (options.tag && !tags.includes(options.tag) ? [...tags, options.tag] : tags);

  await insertOrganisations(db, created.map(({ organisationId, decision, facts }) => ({ id: organisationId, set: decision.set, facts })), ids, now);
  await insertPartnerships(
    db,
    started.map(({ partnershipId, organisationId, decision, facts }) => ({ id: partnershipId, organisationId, externalId: decision.externalId, since: facts.partnerSince })),
    options,
  );
  const changed = chunk.filter(({ decision }) => decision.outcome !== 'create');
  const records = await updateOrganisations(
    db,
    changed.map(({ organisationId, decision, facts, known }) => ({ id: organisationId, set: decision.set, facts, factSources: known?.factSources ?? {} })),
    now,
  );
  const isNew = new Set(started.map(({ partnershipId }) => partnershipId));
  const beside = await addBeside(
    db,
    chunk.map(({ partnershipId, decision }) => ({ ...decision, partnershipId, isNew: isNew.has(partnershipId), tags: isNew.has(partnershipId) ? withTag(decision.tags) : decision.tags })),
    ids.tags,
  );
  await keepEffects(db, importId, chunk, records, beside);
}

/** Each effect is told once, by the first item about its record. */
async function keepEffects(db: Db, importId: string, chunk: Decided[], records: Map<string, RecordEffect>, beside: Map<string, BesideEffect>): Promise<void> {
  const rows = chunk.map(({ position, organisationId, partnershipId, decision }) => {
    const effect: ImportEffect = { made: decision.outcome === 'create' ? 'organisation' : decision.outcome === 'join' ? 'partnership' : null, record: records.get(organisationId), beside: beside.get(partnershipId) };
    records.delete(organisationId);
    beside.delete(partnershipId);
    return { position, organisationId, partnershipId, outcome: decision.outcome, effect };
  });
  await db.$executeRaw`
    UPDATE import_item i SET organisation_id = g."organisationId", partnership_id = g."partnershipId", outcome = g.outcome::import_outcome, effect = g.effect
    FROM jsonb_to_recordset(${asJson(rows)}::jsonb) AS g(position int, "organisationId" uuid, "partnershipId" uuid, outcome text, effect jsonb)
    WHERE i.batch_id = ${importId}::uuid AND i.position = g.position`;
}

async function itemsAfter(db: Db, importId: string, position: number): Promise<Item[]> {
  return db.$queryRaw<Item[]>`SELECT position, lines[1] AS line, facts, questions FROM import_item
    WHERE batch_id = ${importId}::uuid AND position > ${position} AND outcome <> 'refused' ORDER BY position LIMIT ${CHUNK}`;
}

async function tagsOf(db: Db, importId: string, { tag }: KeptOptions): Promise<string[]> {
  const rows = await db.$queryRaw<{ tag: string }[]>`SELECT DISTINCT jsonb_array_elements_text(facts -> 'tags') AS tag FROM import_item WHERE batch_id = ${importId}::uuid AND facts IS NOT NULL`;
  return [...(tag ? [tag] : []), ...rows.map((row) => row.tag)];
}

/** Ids in the order of time, made by the database as everywhere. */
async function idSource(db: Db, count: number): Promise<() => string> {
  const ids: string[] = [];
  for (const chunk of inChunks(Array.from({ length: count }), 50_000)) {
    const rows = await db.$queryRaw<{ id: string }[]>`SELECT app.uuid_v7() AS id FROM generate_series(1, ${chunk.length}::int)`;
    ids.push(...rows.map(({ id }) => id));
  }
  let next = 0;
  return () => ids[next++]!;
}
