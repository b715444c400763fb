import type { Ctx } from '~/access/context';
import { notFound } from '~/domain/errors';
import { mergesOf } from '~/domain/merge/merges-of-record.server';
import { withMerges, type TakenIn } from '~/domain/merge/merges-in-history';
import { parisMoment } from '~/domain/text/paris-time';
import { z } from '~/domain/zod';
import { Prisma } from '#prisma';
import { formerNames, historyField, historyTableNames, subjects, type HistoryTable } from './history-fields';
import { labelsOf } from './labels-of.server';
import { sayHistory, type AuditEntry, type CurrentRow, type HistoryGroup } from './say-history';
import { endBeforeBeginning } from './two-dates';
import { watchedRecord } from './watched-record.server';

export type HistoryFilter = {
  /** A subject by its name, or `table.column`. */
  field?: string | null; personId?: string | null; /** Days, `2026-03-03`: from the first minute of one to the last of the other. What is no day is left out. */ from?: string | null; to?: string | null;
  /** The last entry of the page before. */ before?: string | null; /** One exchange, contact… of the record: its id. */ rowId?: string | null; /** A record that was taken into this one: its history until then. */ mergedId?: string | null };
export type History = { /** When the agency's part of the record began. */ beganAt: Date; importEntryId: string | null; /** What is wrong with the filter, by field. */ errors: Record<string, string>; groups: HistoryGroup[]; next: string | null; people: { value: string; label: string }[]; /** Records taken into this one, and the one of them whose history is shown. */ takenIn: TakenIn[]; shown: TakenIn | null };

const pageSize = 50;

/**
 * What changed on a record and who changed it, the latest first: the organisation's shared facts and what our agency notes of
 * it. Entries of one transaction come together. Throws `notFound`. Six queries, however long the history.
 */
export async function partnerHistory(ctx: Ctx, partnershipId: string | undefined, filter: HistoryFilter = {}): Promise<History> {
  const own = await watchedRecord(ctx, partnershipId);
  const merges = await mergesOf(ctx, own.id);
  const takenIn = merges.filter(({ undoneAt }) => undoneAt === null);
  const shownRecord = filter.mergedId ? (takenIn.find(({ id }) => id === filter.mergedId) ?? null) : null;
  if (filter.mergedId && !shownRecord) throw notFound('Cette fiche n’a pas été fusionnée avec celle-ci.');
  const partnership = shownRecord ? await watchedRecord(ctx, shownRecord.id) : own;
  const records = Prisma.sql`ARRAY[${partnership.id}, ${partnership.organisationId}]::uuid[]`;
  const entries = await ctx.db.$queryRaw<AuditEntry[]>`
    SELECT e.id::text, e.at, e.transaction_id::text AS "transactionId", e.actor_id::text AS "actorId", e.actor_mission_locale_id::text AS "agencyId", CASE e.table_name WHEN 'note' THEN 'interaction' ELSE e.table_name END AS "table", e.row_key AS "rowKey",
      e.operation, e.before, e.after, EXISTS (SELECT FROM job_run j WHERE e.request_id ~ '^job-[0-9]+$' AND j.job_id = substr(e.request_id, 5)::bigint AND j.task = 'import.step') AS "isImport"
    FROM audit.entry e WHERE e.record_id = ANY (${records}) AND e.table_name = ANY (${[...historyTableNames, ...Object.values(formerNames)]})
      ${conditions(filter)}
    ORDER BY e.id DESC LIMIT ${pageSize + 1}`;
  const shown = entries.slice(0, pageSize);
  const people = await ctx.db.$queryRaw<{ value: string; label: string }[]>`
    SELECT u.id::text AS value, concat_ws(' ', u.first_name, left(u.last_name, 1) || '.') AS label FROM user_account u
    WHERE u.id IN (SELECT actor_id FROM audit.entry WHERE record_id = ANY (${records})) ORDER BY 2`;
  const current = await currentRows(ctx, partnership, shown);
  const words = await labelsOf(ctx, shown.flatMap(({ table, before: old, after }) => [{ table, row: old }, { table, row: after }]));
  const groups = sayHistory(shown, { agencyId: ctx.actor.missionLocaleId, people: new Map(people.map(({ value, label }) => [value, label])), ...words, current }, partnership.beganAt);
  const column = filter.field?.split('.')[1];
  // An entry may hold other fields than the one asked for.
  if (column) for (const group of groups) group.lines = group.lines.filter(({ key }) => !key.includes('.') || key.endsWith(`.${column}`));
  const told = groups.filter(({ lines }) => lines.length > 0);
  const isWhole = !filter.field && !filter.personId && !filter.rowId && !filter.from && !filter.to;
  const isLast = entries.length <= pageSize;
  const span = { after: isLast ? null : (told.at(-1)?.at ?? null), before: filter.before ? (told[0]?.at ?? null) : null };
  return {
    beganAt: partnership.beganAt, importEntryId: partnership.importEntryId, errors: filter.from && filter.to && filter.to < filter.from ? { au: endBeforeBeginning } : {},
    groups: isWhole && !shownRecord ? withMerges(told, merges, span) : told, next: isLast ? null : (shown.at(-1)?.id ?? null), people, takenIn, shown: shownRecord,
  };
}

function conditions({ field, personId, from, to, before, rowId }: HistoryFilter) {
  const [table = '', column = ''] = field?.split('.') ?? [];
  const subject = subjects.find(({ name }) => name === field);
  const namesOf = (tables: readonly HistoryTable[]) => tables.flatMap((one) => [one, ...(formerNames[one] ? [formerNames[one]] : [])]);
  const person = z.uuid().safeParse(personId);
  const row = z.uuid().safeParse(rowId);
  const [first, last] = [parisMoment(`${from}T00:00`), parisMoment(`${to}T23:59`)];
  return Prisma.join(
    [
      Prisma.sql``,
      ...(subject ? [Prisma.sql`AND e.table_name = ANY (${namesOf(subject.tables)})`] : []),
      ...(historyField(table, column) ? [Prisma.sql`AND e.table_name = ANY (${namesOf([table as HistoryTable])}) AND (e.before ? ${column} OR e.after ? ${column})`] : []),
      // Somebody of another agency is nobody here: which shared facts they corrected is not told.
      ...(person.success ? [Prisma.sql`AND e.actor_id = ${person.data}::uuid AND EXISTS (SELECT FROM user_account u WHERE u.id = e.actor_id)`] : []),
      // What hangs on it (who took part) has a key that begins with its own.
      ...(row.success ? [Prisma.sql`AND split_part(e.row_key, '/', 1) = ${row.data}`] : []),
      ...(first ? [Prisma.sql`AND e.at >= ${first}::timestamptz`] : []),
      ...(last ? [Prisma.sql`AND e.at < ${last}::timestamptz + interval '1 minute'`] : []),
      ...(before && /^\d{1,18}$/.test(before) ? [Prisma.sql`AND e.id < ${before}::bigint`] : []),
    ],
    ' ',
  );
}

/** The rows as they are now, to know what can be put back, and the names of what entries tell of. */
async function currentRows(ctx: Ctx, { id, organisationId }: { id: string; organisationId: string }, entries: readonly AuditEntry[]): Promise<CurrentRow[]> {
  const keys = (table: HistoryTable) => [...new Set(entries.filter((entry) => entry.table === table).map(({ rowKey }) => rowKey))];
  return ctx.db.$queryRaw<CurrentRow[]>`
    SELECT 'organisation' AS "table", id::text AS "rowKey", version, to_jsonb(o) AS row FROM organisation o WHERE id = ${organisationId}::uuid
    UNION ALL SELECT 'partnership', id::text, version, to_jsonb(p) FROM partnership p WHERE id = ${id}::uuid
    UNION ALL SELECT 'contact', id::text, version, to_jsonb(c) FROM contact c WHERE id = ANY (${keys('contact')}::uuid[])
    UNION ALL SELECT 'interaction', id::text, version, to_jsonb(n) FROM interaction n WHERE id = ANY (${keys('interaction')}::uuid[])
    UNION ALL SELECT 'patronage', id::text, version, to_jsonb(g) FROM patronage g WHERE id = ANY (${keys('patronage')}::uuid[])
    UNION ALL SELECT 'agreement', id::text, version, to_jsonb(a) FROM agreement a WHERE id = ANY (${keys('agreement')}::uuid[])
    UNION ALL SELECT 'national_agreement', id::text, version, to_jsonb(a) FROM national_agreement a WHERE id = ANY (${keys('national_agreement')}::uuid[])
    UNION ALL SELECT 'task', id::text, version, to_jsonb(t) FROM task t WHERE id = ANY (${keys('task')}::uuid[])
    UNION ALL SELECT 'partnership_kind', concat(partnership_id, '/', kind_id), 0, to_jsonb(k) FROM partnership_kind k WHERE partnership_id = ${id}::uuid
    UNION ALL SELECT 'partnership_theme', concat(partnership_id, '/', theme_code), 0, to_jsonb(t) FROM partnership_theme t WHERE partnership_id = ${id}::uuid
    UNION ALL SELECT 'partnership_tag', concat(partnership_id, '/', tag_id), 0, to_jsonb(t) FROM partnership_tag t WHERE partnership_id = ${id}::uuid`;
}
