import { shortName } from '~/access/actor';
import type { Ctx } from '~/access/context';
import type { KindCode } from '~/domain/organisation/kinds';
import { formatPhone } from '~/domain/organisation/phone';
import type { ImportChange } from './changes-of';
import type { MappedColumns } from './column-vocabulary';
import { noOptions, type KeptOptions } from './import-options';
import type { AnyQuestion } from './import-question';
import type { ImportSubject } from './import-subjects';
import type { ImportTab } from './import-tabs';
import type { ImportedSheet } from './imported-sheet';
import type { ImportCounts } from './items-of-import.server';
import type { OfferImportOptions } from '~/domain/offer/import/offer-import-options.schema';
import { importOf } from './move-import.server';

const LISTED = 50;

/** The agency's last imports, the newest first. */
export async function listImports(ctx: Ctx, subject: ImportSubject = 'partners') {
  const batches = await ctx.db.importBatch.findMany({
    where: { subject },
    orderBy: { id: 'desc' },
    take: LISTED,
    select: { id: true, state: true, fileName: true, fileSize: true, counts: true, problem: true, createdAt: true, appliedAt: true, createdBy: { select: { firstName: true, lastName: true } } },
  });
  return batches.map(({ createdBy, counts, ...batch }) => ({ ...batch, counts: counts as unknown as ImportCounts | null, by: createdBy ? shortName(createdBy) : null }));
}
export type ListedImport = Awaited<ReturnType<typeof listImports>>[number];

/** One import of this subject, whole but for its items. Throws `notFound`. */
export async function getImport(ctx: Ctx, importId: string, subject: ImportSubject = 'partners') {
  const { createdById, sheet, mapping, options, counts, progress, fileKey: _key, fileSha256: _sha, missionLocaleId: _agency, ...batch } = await importOf(ctx, importId, subject);
  const by = createdById ? await ctx.db.user.findFirst({ where: { id: createdById }, select: { firstName: true, lastName: true } }) : null;
  return {
    ...batch,
    by: by ? shortName(by) : null,
    sheet: sheet as unknown as ImportedSheet | null,
    mapping: (mapping ?? []) as unknown as MappedColumns,
    options: { ...noOptions, ...(options as Partial<KeptOptions> | null) } as KeptOptions & Partial<Pick<OfferImportOptions, 'audience'>> & { state?: string },
    counts: counts as unknown as ImportCounts | null,
    progress: progress as unknown as { done: number; total: number | null; label: string } | null,
  };
}
export type ImportView = Awaited<ReturnType<typeof getImport>>;

export const itemsPerPage = 50;

export type ImportItemView = {
  position: number;
  lines: number[];
  outcome: string;
  label: string;
  place: string | null;
  siret: string | null;
  notes: string[];
  questions: AnyQuestion[];
  changes: ImportChange[];
  partnershipId: string | null;
  offerId: string | null;
  /** Who the file says proposes the offer. */
  holder: string | null;
  /** As the file writes it, when it was set in readable case. */
  originalName: string | null;
  kinds: KindCode[];
  phone: string | null;
  email: string | null;
};

/** A page of items, in the order of the file, after or before a position (exclusive). One more than a page tells that others follow. */
export async function itemsOfImport(ctx: Ctx, importId: string, tab: ImportTab, { after, before }: { after?: number; before?: number }): Promise<{ items: ImportItemView[]; hasMore: boolean; hasLess: boolean }> {
  const backwards = before !== undefined;
  const rows = await ctx.db.$queryRaw<ImportItemView[]>`
    SELECT position, lines, outcome::text, label, nullif(concat_ws(' ', facts ->> 'postcode', facts ->> 'communeName'), '') AS place, facts ->> 'siret' AS siret, notes, questions, changes,
      partnership_id AS "partnershipId", offer_id AS "offerId", facts #>> '{holder,name}' AS holder, facts ->> 'originalName' AS "originalName", coalesce(facts -> 'kinds', '[]') AS kinds, facts ->> 'phone' AS phone, facts ->> 'email' AS email
    FROM import_item WHERE batch_id = ${importId}::uuid AND (CASE WHEN ${tab} = 'questions' THEN questions <> '[]' ELSE outcome::text = ${tab} END)
      AND position > ${backwards ? -1 : (after ?? -1)} AND position < ${before ?? 2_147_483_647}
    ORDER BY CASE WHEN ${backwards} THEN -position ELSE position END LIMIT ${itemsPerPage + 1}`;
  // Written out here: reading telephones takes a library that a browser need not load.
  const items = rows.slice(0, itemsPerPage).map((item) => ({ ...item, phone: item.phone && formatPhone(item.phone) }));
  const isMore = rows.length > itemsPerPage;
  return backwards ? { items: items.reverse(), hasMore: true, hasLess: isMore } : { items, hasMore: isMore, hasLess: after !== undefined };
}

/** How many items stand before this position in a tab: the rank of the first one shown. */
export async function rankInTab(ctx: Ctx, importId: string, tab: ImportTab, position: number): Promise<number> {
  const [row] = await ctx.db.$queryRaw<{ rank: number }[]>`SELECT count(*)::int AS rank FROM import_item
    WHERE batch_id = ${importId}::uuid AND position < ${position} AND (CASE WHEN ${tab} = 'questions' THEN questions <> '[]' ELSE outcome::text = ${tab} END)`;
  return row?.rank ?? 0;
}

/** The refused lines with their reasons, to be corrected in a spreadsheet: headers first, the file's own columns, then `Motif`. */
export async function* refusedLines(ctx: Ctx, importId: string, subject: ImportSubject = 'partners'): AsyncGenerator<string[]> {
  const { sheet } = await importOf(ctx, importId, subject);
  const headers = (sheet as unknown as ImportedSheet | null)?.headers ?? [];
  yield [...headers, 'Motif'];
  let position = -1;
  for (;;) {
    const rows = await ctx.db.$queryRaw<{ position: number; cells: string[] | null; notes: string[] }[]>`SELECT position, cells, notes FROM import_item
      WHERE batch_id = ${importId}::uuid AND outcome = 'refused' AND position > ${position} ORDER BY position LIMIT 1000`;
    for (const { cells, notes } of rows) yield [...headers.map((_, column) => cells?.[column] ?? ''), notes.join(' ')];
    if (rows.length === 0) return;
    position = rows.at(-1)!.position;
  }
}
