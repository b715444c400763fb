import type { Ctx } from '~/access/context';
import { keptCount } from '~/domain/search/kept-count.server';
import { ofTheBest } from '~/domain/search/word-engine';
import { countOf } from './conditions.server';
import { isOfRowsAlone, type Criteria } from './criteria';
import { readCursor, writeCursor, type Cursor } from './cursor';
import type { Sort } from './filters';
import { pageOfPartners, pageSize, type FoundRow, type PageOfPartners } from './page-of-partners.server';

/** A page as the list shows it: `from` is the rank of its first row, from 1; `next` and `previous` are cursors for the address. */
export type FoundPage = { rows: FoundRow[]; total: number; unplaced: number; from: number; next: string | null; previous: string | null };

type Wanted = { criteria: Criteria; sort: Sort; counted?: number };

/** The page that starts after `apres`, or ends before `avant`, of a list that may have changed since; the first one when there is nothing there any more. */
export async function onePage(ctx: Ctx, wanted: Wanted, apres: string | null, avant: string | null): Promise<FoundPage> {
  const { sort } = wanted;
  const before = ownPlace(readCursor(avant, sort), wanted.criteria);
  if (before) {
    const { rows, ...counts } = await pageOfPartners(ctx, { ...wanted, before });
    // Rows were added before the first page as it was: it is shown whole rather than cut short.
    if (rows.length > pageSize) return paged(rows.slice(1), { sort, ...counts, from: Math.max(1, before.rank - pageSize), isFirst: false, isLast: false });
  }
  const after = before ? null : ownPlace(readCursor(apres, sort), wanted.criteria);
  const { rows, ...counts } = (await pageOfTheBest(ctx, wanted, after)) ?? (await pageOfPartners(ctx, { ...wanted, after }));
  if (after && rows.length === 0) return onePage(ctx, wanted, null, null);
  return paged(rows.slice(0, pageSize), { sort, ...counts, from: after ? after.rank + 1 : 1, isFirst: !after, isLast: rows.length <= pageSize });
}

/** The same from the best that the engine found, and the others only counted; null when the page goes beyond them. */
async function pageOfTheBest(ctx: Ctx, { criteria, sort, counted }: Wanted, after: Cursor | null): Promise<PageOfPartners | null> {
  // Around a place those without a position are counted too: the whole list says that. What depends on more than the rows is not kept.
  const best = sort === 'pertinence' && !criteria.place?.circle && isOfRowsAlone(criteria) ? ofTheBest(criteria, after ? Number(after.key[0]) : 0) : null;
  const found = best && (await pageOfPartners(ctx, { criteria: best, sort, after, counted: 0 }));
  if (!found || found.rows.length <= pageSize) return null;
  return { ...found, total: counted ?? (await keptCount(ctx, 'partners', countOf(criteria, ctx.actor))) };
}

/** A place by relevance means something only to the engine that made it: else the list starts again. */
function ownPlace(cursor: Cursor | null, { ranked }: Criteria): Cursor | null {
  return cursor?.sort === 'pertinence' && Number(cursor.key[0]) > 0 !== Boolean(ranked) ? null : cursor;
}

function paged(rows: FoundRow[], { sort, total, unplaced, from, isFirst, isLast }: { sort: Sort; total: number; unplaced: number; from: number; isFirst: boolean; isLast: boolean }): FoundPage {
  const cursor = (row: FoundRow | undefined, rank: number) => (row ? writeCursor({ sort, key: row.key, rank }) : null);
  return { rows, total, unplaced, from, next: isLast ? null : cursor(rows.at(-1), from + rows.length - 1), previous: isFirst ? null : cursor(rows[0], from) };
}
