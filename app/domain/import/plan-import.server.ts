import type { Ctx } from '~/access/context';
import { asJson } from './as-json';
import { changesOf, nameCorrection, type ImportChange } from './changes-of';
import type { Decision, ValueIds } from './compare-organisation';
import type { ImportedFacts } from './imported-facts';
import type { ImportQuestion } from './import-question';
import { inChunks } from './in-chunks';
import { countsOfItems } from './items-of-import.server';
import { knownAmong, valueIds } from './known-organisations.server';
import { importOf, moveImport } from './move-import.server';
import type { PlannedOrganisation } from './organisations-of-file';
import { createResolver, type Resolved } from './resolve-organisations';

export type RefusedLine = { line: number; label: string; cells: string[]; reasons: string[] };
export type FileContent = { organisations: PlannedOrganisation[]; refused: RefusedLine[]; /** Under the header, blank ones left out. */ lines: number };

export type Report = (done: number, total: number) => Promise<void>;

/**
 * The dry run: compares each organisation of the file with the agency's partners and the network's register, and keeps
 * what importing it would do. Nothing of the register or of the partners is written. Running it again starts afresh.
 */
export async function planImport(ctx: Ctx, importId: string, { organisations, refused, lines }: FileContent, report: Report = async () => {}): Promise<void> {
  // The same job twice at once: the second waits, and finds it done.
  await ctx.db.$queryRaw`SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended('plan ' || ${importId}, 0))) AS wait`;
  if ((await importOf(ctx, importId)).state !== 'planning') return;
  await ctx.db.importItem.deleteMany({ where: { batchId: importId } });
  const ids = await valueIds(ctx.db);
  const resolve = createResolver(ids, () => ({ organisationId: crypto.randomUUID(), partnershipId: crypto.randomUUID() }));
  let position = 0;
  for (const chunk of inChunks(organisations)) {
    const index = await knownAmong(ctx.db, chunk.map(({ facts }) => facts));
    const items = chunk.map((organisation) => {
      const resolved = resolve({ ...organisation, line: organisation.lines[0] ?? 0, ask: true }, index);
      return { position: position++, ...itemOf(organisation, resolved, ids) };
    });
    await insertItems(ctx, importId, items);
    await report(position, organisations.length);
  }
  for (const chunk of inChunks(refused)) {
    await insertItems(ctx, importId, chunk.map(({ line, label, cells, reasons }) => ({ position: position++, lines: [line], outcome: 'refused' as const, label, cells, notes: reasons })));
  }
  await moveImport(ctx, importId, 'show', { counts: { lines, ...(await countsOfItems(ctx.db, importId)) }, progress: { done: 1, total: 1 } });
}

type Item = {
  position: number;
  lines: number[];
  outcome: Decision['outcome'] | 'refused';
  label: string;
  facts?: ImportedFacts;
  cells?: string[];
  notes: string[];
  questions?: ImportQuestion[];
  changes?: ImportChange[];
  organisationId?: string;
  partnershipId?: string;
};

function itemOf({ facts, notes, lines }: PlannedOrganisation, { known, decision, questions, isFromFile, notes: more }: Resolved, ids: ValueIds): Omit<Item, 'position'> {
  const correction = nameCorrection(facts);
  return {
    lines,
    outcome: decision.outcome,
    label: facts.name.slice(0, 300),
    facts,
    questions,
    changes: known ? changesOf(decision, known, facts.communeName, ids) : correction ? [correction] : [],
    notes: [...notes, ...more],
    organisationId: isFromFile ? undefined : known?.organisationId,
    partnershipId: isFromFile ? undefined : known?.partnership?.id,
  };
}

async function insertItems(ctx: Ctx, importId: string, items: Item[]): Promise<void> {
  const rows = asJson(items.map((item) => ({ questions: [], changes: [], ...item })));
  await ctx.db.$executeRaw`
    INSERT INTO import_item (batch_id, position, lines, outcome, label, facts, cells, notes, questions, changes, organisation_id, partnership_id)
    SELECT ${importId}::uuid, position, ARRAY(SELECT json_array_elements_text(lines)::int), outcome::import_outcome, label, facts, cells, notes, questions, changes, "organisationId", "partnershipId"
    FROM json_to_recordset(${rows}::json) AS i(position int, lines json, outcome text, label text, facts jsonb, cells jsonb, notes jsonb, questions jsonb, changes jsonb, "organisationId" uuid, "partnershipId" uuid)`;
}
