import { expect, test } from 'vitest';
import { attachedTables, unattachedTables } from '~/domain/merge/attached-tables';
import { mergeFields, settledColumns, type MergeField } from '~/domain/merge/merge-fields';
import { onServer, useDatabase } from '../../support/database';

const { adminUrl } = useDatabase();

/** A table that points to a partnership and is not named would be left behind when two records become one. */
test('every table that points to a partnership follows a merge: name a new one in app/domain/merge/attached-tables.ts', async () => {
  const pointing = await onServer<{ name: string }>(adminUrl(), `SELECT DISTINCT conrelid::regclass::text AS name FROM pg_constraint
    WHERE contype = 'f' AND confrelid = 'partnership'::regclass AND connamespace = 'public'::regnamespace`);
  const carrying = await onServer<{ name: string }>(adminUrl(), `SELECT DISTINCT c.conrelid::regclass::text AS name FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey)
    WHERE c.contype = 'f' AND a.attname = 'partnership_id' AND c.connamespace = 'public'::regnamespace`);
  const named = [...Object.keys(attachedTables), ...Object.keys(unattachedTables)];
  expect([...new Set([...pointing, ...carrying].map(({ name }) => name))].sort()).toEqual(named.sort());
});

test('the key of each is as the list says: with the partnership in it for a value, without for a row', async () => {
  const keys = await onServer<{ name: string; columns: string }>(adminUrl(), `SELECT i.indrelid::regclass::text AS name, (SELECT string_agg(a.attname, ',' ORDER BY k.place) FROM unnest(i.indkey) WITH ORDINALITY AS k(number, place) JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.number AND a.attname <> 'mission_locale_id') AS columns
    FROM pg_index i WHERE i.indisprimary AND i.indrelid::regclass::text = ANY ($1)`, [Object.keys(attachedTables)]);
  const columnsOf = new Map(keys.map(({ name, columns }) => [name, columns.split(',')]));
  const wrong = Object.entries(attachedTables).filter(([name, table]) => {
    const columns = columnsOf.get(name) ?? [];
    return table.as === 'value' ? !(columns.includes('partnership_id') && columns.includes(table.key) && columns.length === 2) : columns.includes('partnership_id');
  });
  expect(wrong).toEqual([]);
});

test.each(['organisation', 'partnership'] as const)('every column of %s is compared, or settled by the merge: name a new one in app/domain/merge/merge-fields.ts', async (table) => {
  const columns = await onServer<{ name: string }>(adminUrl(), `SELECT column_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND table_name = $1`, [table]);
  const compared = (mergeFields as readonly MergeField[]).filter((field) => field.table === table).flatMap((field) => [...field.columns]);
  expect([...compared, ...settledColumns[table]].sort()).toEqual(columns.map(({ name }) => name).sort());
});
