import { createHash } from 'node:crypto';
import { mkdtemp, mkdir, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { pending, readMigrations } from './migrate.mjs';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const migration = (name: string, sql = `create table ${name} ();`) => ({ name, sql, checksum: sha256(sql) });
const applied = (name: string, sql = `create table ${name} ();`) => ({ name, checksum: sha256(sql), finished_at: new Date(), rolled_back_at: null as Date | null });
const names = (list: { name: string }[]) => list.map(({ name }) => name);

describe('what is still to apply', () => {
  test('everything, on a new database', () => {
    expect(names(pending([migration('a'), migration('b')], []))).toEqual(['a', 'b']);
  });
  test('only what the database does not have', () => {
    expect(names(pending([migration('a'), migration('b')], [applied('a')]))).toEqual(['b']);
  });
  test('again what was rolled back by hand', () => {
    expect(names(pending([migration('a')], [{ ...applied('a'), rolled_back_at: new Date() }]))).toEqual(['a']);
  });
  test('nothing when a newer version already went further', () => {
    expect(pending([migration('a')], [applied('a'), applied('z')])).toEqual([]);
  });
  test('refuses a migration that changed after it was applied', () => {
    expect(() => pending([migration('a', 'select 2;')], [applied('a', 'select 1;')])).toThrow('La migration a a changé');
  });
  test('line ends may change with the checkout', () => {
    expect(pending([migration('a', 'select 1;\r\nselect 2;\r\n')], [applied('a', 'select 1;\nselect 2;\n')])).toEqual([]);
    expect(pending([migration('a', 'select 1;\nselect 2;\n')], [applied('a', 'select 1;\r\nselect 2;\r\n')])).toEqual([]);
  });
  test('refuses to go on after one that failed half-way', () => {
    expect(() => pending([migration('a')], [{ ...applied('a'), finished_at: null }])).toThrow('La migration a a échoué auparavant');
  });
});

test('migrations are read in the order of their names, with the checksum that Prisma records', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'migrations é '));
  for (const name of ['20260102000000_b', '20260101000000_a']) {
    await mkdir(path.join(folder, name));
    await writeFile(path.join(folder, name, 'migration.sql'), '-- été\n');
  }
  await writeFile(path.join(folder, 'migration_lock.toml'), 'provider = "postgresql"\n');
  const read = readMigrations(folder);
  expect(names(read)).toEqual(['20260101000000_a', '20260102000000_b']);
  expect(read[0]?.checksum).toBe(sha256('-- été\n'));
});
