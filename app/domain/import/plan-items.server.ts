import type { Ctx } from '~/access/context';
import { asJson } from './as-json';
import type { ImportChange } from './changes-of';
import type { AnyQuestion } from './import-question';
import { inChunks } from './in-chunks';
import { countsOfItems } from './items-of-import.server';
import { importOf, moveImport } from './move-import.server';

export type RefusedLine = { line: number; label: string; cells: string[]; reasons: string[] };
/** What reading a file to its end gave. `lines` are those under the header, blank ones left out. */
export type FileContent<Thing> = { things: Thing[]; refused: RefusedLine[]; lines: number };
export type Report = (done: number, total: number) => Promise<void>;

/** One thing of the file, with what importing it would do. */
export type PlannedItem = {
  lines: number[];
  outcome: 'create' | 'join' | 'complete' | 'unchanged' | 'refused';
  label: string;
  facts?: unknown;
  cells?: string[];
  notes: string[];
  questions?: AnyQuestion[];
  changes?: ImportChange[];
  organisationId?: string;
  partnershipId?: string;
  offerId?: string;
};

/** Compares a packet of things, in the order of the file, with what is known. */
export type Planner<Thing> = (chunk: Thing[]) => Promise<PlannedItem[]>;

/**
 * The dry run of an import, whatever it is of: compares each thing of the file with what is known and keeps what importing it would do.
 * Nothing else is written. Running it again starts afresh.
 */
export async function planItems<Thing>(ctx: Ctx, importId: string, { things, refused, lines }: FileContent<Thing>, openPlanner: () => Promise<Planner<Thing>>, report: Report = async () => {}): Promise<void> {
  // The same job twice at once: the second waits, and finds it done.
  await ctx.db.$queryRaw`SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended('plan ' || ${importId}, 0))) AS wait`;
  if ((await importOf(ctx, importId)).state !== 'planning') return;
  await ctx.db.importItem.deleteMany({ where: { batchId: importId } });
  const plan = await openPlanner();
  let position = 0;
  for (const chunk of inChunks(things)) {
    await insertItems(ctx, importId, (await plan(chunk)).map((item) => ({ position: position++, ...item })));
    await report(position, things.length);
  }
  for (const chunk of inChunks(refused)) {
    await insertItems(ctx, importId, chunk.map(({ line, label, cells, reasons }) => ({ position: position++, lines: [line], outcome: 'refused' as const, label, cells, notes: reasons })));
  }
  await moveImport(ctx, importId, 'show', { counts: { lines, ...(await countsOfItems(ctx.db, importId)) }, progress: { done: 1, total: 1 } });
}

async function insertItems(ctx: Ctx, importId: string, items: (PlannedItem & { position: number })[]): Promise<void> {
  const rows = asJson(items.map((item) => ({ questions: [], changes: [], ...item })));
  await ctx.db.$executeRaw`
    INSERT INTO import_item (batch_id, position, lines, outcome, label, facts, cells, notes, questions, changes, organisation_id, partnership_id, offer_id)
    SELECT ${importId}::uuid, position, ARRAY(SELECT json_array_elements_text(lines)::int), outcome::import_outcome, label, facts, cells, notes, questions, changes, "organisationId", "partnershipId", "offerId"
    FROM json_to_recordset(${rows}::json) AS i(position int, lines json, outcome text, label text, facts jsonb, cells jsonb, notes jsonb, questions jsonb, changes jsonb, "organisationId" uuid, "partnershipId" uuid, "offerId" uuid)`;
}
