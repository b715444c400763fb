import { expect, test } from 'vitest';
import { leftColumns, looseColumns, movedTables } from '~/domain/network-merge/hanging-on-organisation';
import { onServer, useDatabase } from '../../support/database';

const { adminUrl } = useDatabase();

/** A table that points to an organisation and is not named would be left behind when the platform makes two of them one. */
test('all that points to an organisation follows it or stays for a reason: name a new column in app/domain/network-merge/hanging-on-organisation.ts', async () => {
  const pointing = await onServer<{ name: string }>(adminUrl(), `SELECT c.conrelid::regclass::text || '.' || a.attname AS name FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey)
    WHERE c.contype = 'f' AND c.confrelid = 'organisation'::regclass`);
  const moved = Object.entries(movedTables).map(([table, { column }]) => `${table}.${column}`);
  expect(pointing.map(({ name }) => name).sort()).toEqual([...moved, ...Object.keys(leftColumns)].sort());
});

test('so does what names one without a foreign key', async () => {
  const named = await onServer<{ name: string }>(adminUrl(), `SELECT CASE n.nspname WHEN 'public' THEN '' ELSE n.nspname || '.' END || c.relname || '.' || a.attname AS name FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid AND c.relkind = 'r' JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname IN ('public', 'search') AND a.attname LIKE '%organisation_id' AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.contype = 'f' AND k.conrelid = c.oid AND a.attnum = ANY (k.conkey) AND k.confrelid = 'organisation'::regclass)`);
  expect(named.map(({ name }) => name).sort()).toEqual(Object.keys(looseColumns).sort());
});
