import type { Ctx, Db } from '~/access/context';
import { asJson } from './as-json';
import { CHUNK } from './in-chunks';
import { countsOfItems } from './items-of-import.server';
import { importOf, moveImport } from './move-import.server';
import type { Report } from './plan-items.server';

/** An item of a plan, as applying reads it. */
export type PlanItem<Facts, Question> = { position: number; line: number; facts: Facts; questions: Question[] };
/** What applying an item did, as kept with it: where it went, and its effect for the undo. */
export type AppliedItem = { position: number; outcome: string; organisationId?: string | null; partnershipId?: string | null; offerId?: string | null; effect: unknown };
/** Writes a packet of items, in the order of the file; `madeOptions` is kept with the import at the end, for the undo. */
export type ItemWriter<Facts, Question> = { write: (items: PlanItem<Facts, Question>[]) => Promise<AppliedItem[]>; madeOptions?: object };

/**
 * Carries out a plan, in the transaction of the person who asked: all of it or nothing. One import at a time in an agency: a second one
 * waits. Does nothing when the import is not waiting to be applied (a job that runs twice).
 */
export async function applyItems<Facts, Question>(ctx: Ctx, importId: string, openWriter: (batch: { options: unknown; total: number }) => Promise<ItemWriter<Facts, Question>>, report: Report = async () => {}): Promise<void> {
  await oneImportAtATime(ctx.db);
  const batch = await importOf(ctx, importId);
  if (batch.state !== 'applying') return;
  const total = await ctx.db.importItem.count({ where: { batchId: importId, outcome: { not: 'refused' } } });
  const { write, madeOptions } = await openWriter({ options: batch.options, total });
  let done = 0;
  const after = (position: number) => itemsAfter<PlanItem<Facts, Question>>(ctx.db, importId, position);
  for (let items = await after(-1); items.length > 0; items = await after(items.at(-1)!.position)) {
    await keepEffects(ctx.db, importId, await write(items));
    done += items.length;
    await report(done, total);
  }
  const counts = { ...(batch.counts as object | null), ...(await countsOfItems(ctx.db, importId)) };
  await moveImport(ctx, importId, 'finish', { counts, options: { ...(batch.options as object | null), ...madeOptions }, progress: { done: total, total }, problem: null });
  // The database's own clock, to the microsecond: what is written later is what somebody built on this import.
  await ctx.db.$executeRaw`UPDATE import_batch SET applied_at = clock_timestamp() WHERE id = ${importId}::uuid`;
  await ctx.emit('import.applied', { batchId: importId });
}

/** Until the end of this transaction, no other import of the agency is applied or undone. */
export async function oneImportAtATime(db: Db): Promise<void> {
  await db.$queryRaw`SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended('import ' || app.mission_locale(), 0))) AS wait`;
}

async function keepEffects(db: Db, importId: string, rows: AppliedItem[]): Promise<void> {
  await db.$executeRaw`
    UPDATE import_item i SET organisation_id = coalesce(g."organisationId", i.organisation_id), partnership_id = coalesce(g."partnershipId", i.partnership_id), offer_id = coalesce(g."offerId", i.offer_id),
      outcome = g.outcome::import_outcome, effect = g.effect
    FROM jsonb_to_recordset(${asJson(rows)}::jsonb) AS g(position int, "organisationId" uuid, "partnershipId" uuid, "offerId" uuid, outcome text, effect jsonb)
    WHERE i.batch_id = ${importId}::uuid AND i.position = g.position`;
}

async function itemsAfter<Item>(db: Db, importId: string, position: number): Promise<Item[]> {
  return db.$queryRaw<Item[]>`SELECT position, lines[1] AS line, facts, questions FROM import_item
    WHERE batch_id = ${importId}::uuid AND position > ${position} AND outcome <> 'refused' ORDER BY position LIMIT ${CHUNK}`;
}

/** Ids in the order of time, made by the database as everywhere. */
export async function idSource(db: Db, count: number): Promise<() => string> {
  const ids: string[] = [];
  for (let made = 0; made < count; made += 50_000) {
    const rows = await db.$queryRaw<{ id: string }[]>`SELECT app.uuid_v7() AS id FROM generate_series(1, ${Math.min(50_000, count - made)}::int)`;
    ids.push(...rows.map(({ id }) => id));
  }
  let next = 0;
  return () => ids[next++]!;
}
