import type { Ctx } from '~/access/context';
import { Prisma } from '#prisma';
import { formerNames, historyTableNames, type HistoryTable } from './history-fields';
import { rowKeyOf } from './record-tables';
import { keyOf, presentName, rowsOf, type PointInTime, type Row, type Rows, type TrailEntry } from './rewind';
import type { WatchedRecord } from './watched-record.server';

/** Entries that one page undoes at most. A partner changes some hundred times a year; beyond, the page says so. */
export const mostEntries = 5000;

/** How many of the latest exchanges a past record shows. */
export const exchangesShown = 5;

/** A transaction is undone whole: its first entries may be a little older than the moment. None lasts longer (see `asActor`, imports). */
const longestTransaction = '10 minutes';

/**
 * What changed on a record since a moment, the newest first: its own rows, the shared facts of its organisation (and of the one that it
 * was told by before the platform made them one), and rows that have left it for another record since. Null when there is more than one page undoes, or when the entry is not of this record. One query.
 */
export async function entriesSince(ctx: Ctx, { id, organisationId }: WatchedRecord, point: PointInTime): Promise<TrailEntry[] | null> {
  const own = Prisma.sql`ARRAY[${id}, ${organisationId}]::uuid[]`;
  const moment = 'at' in point ? Prisma.sql`${point.at}::timestamptz` : Prisma.sql`(SELECT e.at FROM audit.entry e WHERE e.id = ${point.before}::bigint AND e.record_id = ANY (${own}))`;
  const tables = [...historyTableNames, ...Object.values(formerNames)];
  const entries = await ctx.db.$queryRaw<TrailEntry[]>`
    WITH since AS MATERIALIZED (SELECT ${moment} - ${longestTransaction}::interval AS at),
    moved AS MATERIALIZED (SELECT DISTINCT m.* FROM since, app.rows_that_left(${id}::uuid, since.at) m),
    read AS (
      SELECT e.* FROM audit.entry e WHERE e.record_id = ANY (${own}) AND e.at > (SELECT at FROM since)
      UNION ALL
      SELECT e.* FROM audit.entry e WHERE e.record_id = ANY (ARRAY(SELECT record_id FROM moved)) AND e.record_id <> ALL (${own}) AND e.at > (SELECT at FROM since)
        AND EXISTS (SELECT FROM moved m WHERE m.table_name = e.table_name AND m.row_key = e.row_key)
      UNION ALL
      SELECT e.* FROM since, app.trail_before(${id}::uuid, since.at) e
    )
    SELECT id::text, at, transaction_id::text AS "transactionId", table_name AS "table", row_key AS "rowKey", operation, CASE operation WHEN 'I' THEN NULL ELSE before END AS before
    FROM read WHERE table_name = ANY (${tables}) ORDER BY read.id DESC LIMIT ${mostEntries + 1}`;
  return entries.length > mostEntries ? null : entries;
}

export type Today = { rows: Rows; /** Of the rows that can be put back, as the person sees them. */ versions: ReadonlyMap<string, number>; /** Exchanges that nobody touched since, beyond those in `rows`. */ otherExchanges: number };

/**
 * Today's rows of a record: those that the entries speak of, and of the others what a record shows (nothing deleted, no task that
 * is done, the latest exchanges, the number of the rest). One query, whatever the number of exchanges.
 */
export async function rowsToday(ctx: Ctx, { id, organisationId }: WatchedRecord, entries: readonly TrailEntry[]): Promise<Today> {
  const touched = (table: HistoryTable) => [...new Set(entries.filter((entry) => presentName(entry.table) === table).map(({ rowKey }) => rowKey.split('/')[0]!))];
  const exchanges = touched('interaction');
  const whole = Prisma.sql`r.partnership_id = ${id}::uuid`;
  const kept = (table: HistoryTable) => Prisma.sql`(r.partnership_id = ${id}::uuid AND r.deleted_at IS NULL) OR r.id = ANY (${touched(table)}::uuid[])`;
  const ofExchange = (table: HistoryTable) => Prisma.sql`r.interaction_id = ANY (${[...exchanges, ...touched(table)]}::uuid[] || (SELECT ids FROM latest))`;
  const ofAgreement = (table: HistoryTable) => Prisma.sql`r.agreement_id = ANY (${[...touched('agreement'), ...touched(table)]}::uuid[] || (SELECT ids FROM agreements))`;
  const conditions: Record<HistoryTable, Prisma.Sql> = {
    organisation: Prisma.sql`r.id = ${organisationId}::uuid`,
    national_agreement: Prisma.sql`r.organisation_id = ${organisationId}::uuid`,
    partnership: Prisma.sql`r.id = ${id}::uuid`,
    partnership_kind: whole, partnership_theme: whole, partnership_tag: whole, engagement: whole, agreement_party: whole,
    contact: kept('contact'), patronage: kept('patronage'), agreement: kept('agreement'),
    agreement_form: ofAgreement('agreement_form'), agreement_file: ofAgreement('agreement_file'),
    task: Prisma.sql`(r.partnership_id = ${id}::uuid AND r.deleted_at IS NULL AND r.done_at IS NULL) OR r.id = ANY (${touched('task')}::uuid[])`,
    interaction: Prisma.sql`r.id = ANY (${exchanges}::uuid[] || (SELECT ids FROM latest))`,
    interaction_contact: ofExchange('interaction_contact'), interaction_colleague: ofExchange('interaction_colleague'), interaction_file: ofExchange('interaction_file'),
  };
  const selects = historyTableNames.map((table) => Prisma.sql`SELECT ${table} AS "table", to_jsonb(r) AS row FROM ${Prisma.raw(table)} r WHERE ${conditions[table]}`);
  const found = await ctx.db.$queryRaw<{ table: HistoryTable | 'otherExchanges'; row: Row }[]>`
    WITH untouched AS (SELECT n.id, n.happened_at FROM interaction n WHERE n.partnership_id = ${id}::uuid AND n.deleted_at IS NULL AND n.id <> ALL (${exchanges}::uuid[])),
    latest AS (SELECT array_agg(l.id) AS ids FROM (SELECT u.id FROM untouched u ORDER BY u.happened_at DESC, u.id DESC LIMIT ${exchangesShown}) l),
    agreements AS (SELECT array_agg(a.id) AS ids FROM agreement a WHERE a.partnership_id = ${id}::uuid AND a.deleted_at IS NULL)
    ${Prisma.join(selects, ' UNION ALL ')}
    UNION ALL SELECT 'organisation', to_jsonb(r) FROM app.told_before(${id}::uuid) r
    UNION ALL SELECT 'otherExchanges', jsonb_build_object('count', count(*) - coalesce((SELECT cardinality(ids) FROM latest), 0)) FROM untouched`;
  const rows = found.flatMap(({ table, row: { version, updated_at: _, ...row } }) => (table === 'otherExchanges' ? [] : [{ table, row, version }]));
  return { rows: rowsOf(rows), versions: new Map(rows.map(({ table, row, version }) => [keyOf(table, rowKeyOf(table, row)), Number(version ?? 0)])), otherExchanges: Number(found.find(({ table }) => table === 'otherExchanges')?.row.count ?? 0) };
}

/** What belongs to this record among the rows of a moment: a row that was another partner's then is not shown. */
export function ofRecord(rows: Rows, partnershipId: string): Rows {
  const organisationId = rows.get(`partnership ${partnershipId}`)?.row.organisation_id;
  return new Map([...rows].filter(([, { table, row }]) => (table === 'organisation' ? row.id === organisationId : table === 'national_agreement' ? row.organisation_id === organisationId : (table === 'partnership' ? row.id : row.partnership_id) === partnershipId)));
}
