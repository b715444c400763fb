import type { Ctx } from '~/access/context';
import { z } from '~/domain/zod';
import { historyField } from './history-fields';

type Row = Record<string, unknown>;
export type Words = { labels: Map<string, string>; /** Out of service. */ retired: Set<string>; /** Known by the audit trail only. */ deleted: Set<string> };

/** Columns that hold an id and are not told by themselves: what the row is about. */
const named = new Set(['form_id', 'file_id', 'author_id']);

/** The words of every id that these rows hold, which of them are out of service and which are gone: those keep the word they had. One query. */
export async function labelsOf(ctx: Ctx, rows: readonly { table: string; row: Row | null }[]): Promise<Words> {
  const values = rows.flatMap(({ table, row }) => Object.entries(row ?? {}).filter(([column]) => historyField(table, column)?.kind === 'label' || named.has(column)).flatMap(([, value]) => value));
  const ids = [...new Set(values.filter((value) => typeof value === 'string'))];
  if (ids.length === 0) return { labels: new Map(), retired: new Set(), deleted: new Set() };
  const uuids = ids.filter((id) => z.uuid().safeParse(id).success);
  const found = await ctx.db.$queryRaw<{ id: string; label: string; state: 'inUse' | 'retired' | 'deleted' }[]>`
    SELECT record_id::text AS id, coalesce(before ->> 'label', before ->> 'name') AS label, 'deleted' AS state FROM audit.entry
      WHERE record_id = ANY (${uuids}::uuid[]) AND operation = 'D' AND table_name IN ('organisation_kind', 'tag', 'end_reason', 'engagement_form', 'interaction_outcome', 'site', 'stored_file')
    UNION ALL SELECT id::text, label, CASE WHEN retired_at IS NULL THEN 'inUse' ELSE 'retired' END FROM organisation_kind WHERE id = ANY (${uuids}::uuid[])
    UNION ALL SELECT id::text, label, CASE WHEN retired_at IS NULL THEN 'inUse' ELSE 'retired' END FROM tag WHERE id = ANY (${uuids}::uuid[])
    UNION ALL SELECT id::text, label, CASE WHEN retired_at IS NULL THEN 'inUse' ELSE 'retired' END FROM interaction_outcome WHERE id = ANY (${uuids}::uuid[])
    UNION ALL SELECT id::text, label, 'inUse' FROM end_reason WHERE id = ANY (${uuids}::uuid[]) UNION ALL SELECT id::text, label, 'inUse' FROM engagement_form WHERE id = ANY (${uuids}::uuid[])
    UNION ALL SELECT id::text, concat_ws(' ', first_name, last_name), 'inUse' FROM contact WHERE id = ANY (${uuids}::uuid[])
    UNION ALL SELECT id::text, title, 'inUse' FROM agreement WHERE id = ANY (${uuids}::uuid[]) UNION ALL SELECT id::text, name, 'inUse' FROM stored_file WHERE id = ANY (${uuids}::uuid[])
    UNION ALL SELECT id::text, name, 'inUse' FROM app.register_names(${uuids}::uuid[])
    UNION ALL SELECT id::text, name, 'inUse' FROM site WHERE id = ANY (${uuids}::uuid[])
    UNION ALL SELECT id::text, concat_ws(' ', first_name, left(last_name, 1) || '.'), 'inUse' FROM user_account WHERE id = ANY (${uuids}::uuid[])
    UNION ALL SELECT code, label, 'inUse' FROM theme WHERE code = ANY (${ids}) UNION ALL SELECT code, name, 'inUse' FROM commune WHERE code = ANY (${ids})`;
  const inState = (...states: string[]) => found.filter(({ state }) => states.includes(state));
  const present = new Set(inState('inUse', 'retired').map(({ id }) => id));
  const deleted = inState('deleted').filter(({ id }) => !present.has(id));
  return {
    labels: new Map([...deleted, ...inState('inUse', 'retired')].map(({ id, label }) => [id, label])),
    retired: new Set(inState('retired').map(({ id }) => id)),
    deleted: new Set(deleted.map(({ id }) => id)),
  };
}
