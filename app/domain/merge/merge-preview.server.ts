import type { Ctx, Db } from '~/access/context';
import type { StaleChange } from '~/domain/errors';
import { formatSiret } from '~/domain/organisation/siret';
import { Prisma } from '#prisma';
import { attachedTables, countInWords, rowTables, valueTables, type RowTable, type ValueTable } from './attached-tables';
import { compareRecords, type Side } from './compare-records';
import type { Seen } from './merge-choices.schema';
import { mergeFields, type MergeField } from './merge-fields';
import { isKeptByNetwork, recordsToMerge, type RecordsToMerge } from './records-to-merge.server';
import { namedIds, sayEngagement, sayField } from './say-record';
import { sharedForms } from './take-engagements.server';

export type ComparedField = { field: string; label: string; kept: string; merged: string; proposed: Side; isLocked: boolean };
export type MergePreview = {
  kept: RecordHead;
  merged: RecordHead;
  differing: ComparedField[];
  /** What both say alike. */
  same: { label: string; value: string }[];
  forms: ComparedField[];
  /** « 3 échanges et notes », what goes from the other record to the kept one. */
  moves: string[];
  /** What the other has and the kept one has already. */
  already: string[];
  /** What one must know before. */
  warnings: string[];
  seen: Seen;
};
export type RecordHead = { id: string; name: string; siret: string | null; place: string };

/** Both records side by side, what is proposed for each field on which they differ, and what will move. Throws as `recordsToMerge`. Four queries. */
export async function mergePreview(ctx: Ctx, keptId: string | undefined, mergedId: string | undefined): Promise<MergePreview> {
  const records = await recordsToMerge(ctx, keptId, mergedId);
  const { kept, merged } = records;
  const said = await sayRecords(ctx.db, records);
  const differences = compareRecords(kept, merged);
  const pair = { keptId: String(kept.partnership.id), mergedId: String(merged.partnership.id) };
  const head = (side: Side): RecordHead => {
    const { partnership, organisation } = records[side];
    return { id: String(partnership.id), name: String(organisation.name), siret: organisation.siret ? formatSiret(String(organisation.siret)) : null, place: said.address?.[side === 'kept' ? 0 : 1] ?? '' };
  };
  const counts = await countAttached(ctx, pair);
  return {
    kept: head('kept'),
    merged: head('merged'),
    differing: differences.flatMap(({ field, ...difference }) => (said[field] ? [{ field, ...difference, kept: said[field][0], merged: said[field][1] }] : [])),
    same: (mergeFields as readonly MergeField[]).filter(({ field }) => !differences.some((one) => one.field === field) && said[field]?.[0]).map(({ field, label }) => ({ label, value: said[field]![0] })),
    forms: (await sharedForms(ctx, pair)).map(({ formId, label, proposed, ...rows }) => ({ field: formId, label, proposed, isLocked: false, kept: sayEngagement(rows.kept), merged: sayEngagement(rows.merged) })),
    moves: counts.filter(({ moves }) => moves > 0).map(({ table, moves }) => countInWords(table, moves)),
    already: counts.filter(({ stays }) => stays > 0).map(({ table, stays }) => countInWords(table, stays)),
    warnings: warningsOf(records),
    seen: { kept: versionsOf(records, 'kept'), merged: versionsOf(records, 'merged'), said },
  };
}

/** What changed in either record since a person was shown both, field by field. */
export async function changesSince(ctx: Ctx, records: RecordsToMerge, seen: Seen): Promise<StaleChange[]> {
  return whatChanged(seen, await sayRecords(ctx.db, records), records);
}

/** The same of records that were read already, with what they say now. */
export function whatChanged(seen: Seen, now: Record<string, [string, string]>, records: Pick<RecordsToMerge, 'kept' | 'merged'>): StaleChange[] {
  return (mergeFields as readonly MergeField[]).flatMap(({ field, label }) => {
    const [before, after] = [seen.said[field] ?? blank, now[field] ?? blank];
    return ([0, 1] as const).flatMap((side) => (before[side] === after[side] ? [] : [{ field, label: `${label} (${String((side === 0 ? records.kept : records.merged).organisation.name)})`, theirs: after[side], yours: before[side] }]));
  });
}

const blank: [string, string] = ['', ''];
const versionsOf = (records: RecordsToMerge, side: Side) => ({ partnership: Number(records[side].partnership.version), organisation: Number(records[side].organisation.version) });

/** Each field of both records as people read it. One query. */
export async function sayRecords(db: Db, { kept, merged }: Pick<RecordsToMerge, 'kept' | 'merged'>): Promise<Record<string, [string, string]>> {
  const labels = await labelsOf(db, namedIds([kept, merged]));
  return Object.fromEntries((mergeFields as readonly MergeField[]).map((field) => [field.field, [sayField(kept, field, labels), sayField(merged, field, labels)]]));
}

async function labelsOf(db: Db, ids: string[]): Promise<Map<string, string>> {
  const uuids = ids.filter((id) => id.length === 36);
  const rows = await db.$queryRaw<{ id: string; label: string }[]>`
    SELECT id::text, label FROM organisation_kind WHERE id = ANY (${uuids}::uuid[]) UNION ALL SELECT id::text, label FROM end_reason WHERE id = ANY (${uuids}::uuid[])
    UNION ALL SELECT id::text, name FROM site WHERE id = ANY (${uuids}::uuid[]) UNION ALL SELECT id::text, name FROM organisation WHERE id = ANY (${uuids}::uuid[])
    UNION ALL SELECT id::text, concat_ws(' ', first_name, last_name) FROM user_account WHERE id = ANY (${uuids}::uuid[]) UNION ALL SELECT code, name FROM commune WHERE code = ANY (${ids})`;
  return new Map(rows.map(({ id, label }) => [id, label]));
}

async function countAttached({ db }: Ctx, { keptId, mergedId }: { keptId: string; mergedId: string }): Promise<{ table: RowTable | ValueTable; moves: number; stays: number }[]> {
  const row = (table: RowTable) => Prisma.sql`SELECT ${table} AS "table", count(*)::int AS moves, 0 AS stays FROM ${Prisma.raw(table)} WHERE mission_locale_id = app.mission_locale() AND partnership_id = ${mergedId}::uuid`;
  const value = (table: ValueTable) => {
    const [rows, key] = [Prisma.raw(table), Prisma.raw(attachedTables[table].key)];
    return Prisma.sql`SELECT ${table}, count(*) FILTER (WHERE k.partnership_id IS NULL)::int, count(k.partnership_id)::int FROM ${rows} m
      LEFT JOIN ${rows} k ON k.mission_locale_id = m.mission_locale_id AND k.partnership_id = ${keptId}::uuid AND k.${key} = m.${key} WHERE m.mission_locale_id = app.mission_locale() AND m.partnership_id = ${mergedId}::uuid`;
  };
  return db.$queryRaw`${Prisma.join([...rowTables.map(row), ...valueTables.map(value)], ' UNION ALL ')}`;
}

function warningsOf({ kept, merged, isAlone }: RecordsToMerge): string[] {
  if (isKeptByNetwork(merged, kept)) return [`Le réseau a réuni ces deux organismes, et garde ${String(merged.organisation.name)} : gardez cette fiche-là.`];
  if (isKeptByNetwork(kept, merged)) return [];
  const [ours, theirs] = [kept.organisation.siret, merged.organisation.siret];
  if (ours && theirs) return [`Ces fiches ont deux SIRET : ce sont deux établissements. Si vous fusionnez, ${String(kept.organisation.name)} garde le sien, et l’autre reste au registre du réseau.`];
  if (theirs && !isAlone) return [`Le SIRET est sur l’autre fiche, et ${String(merged.organisation.name)} est une organisation du réseau : gardez plutôt celle-là.`];
  if (theirs) return [`Le SIRET de ${String(merged.organisation.name)} passera sur la fiche gardée.`];
  return [];
}
