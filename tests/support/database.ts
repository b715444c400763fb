import { mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll } from 'vitest';
import { closeDatabase } from '~/server/db.server';
import { testCluster } from './cluster.mjs';

/**
 * Call it at the top of an integration test file: the file gets a database of its own, a copy of the migrated template, an empty
 * folder of files, and the application's environment points to them. Dropped at the end. A process tells several files one after
 * the other, and the application reads its environment once: the names stay, what they hold is new.
 */
export function useDatabase(): { adminUrl: () => string } {
  const name = `maillage_test_${process.pid}`;
  const files = path.join(tmpdir(), name);
  let adminUrl = '';
  beforeAll(async () => {
    const cluster = await testCluster();
    await onServer(cluster.adminUrl, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
    await onServer(cluster.adminUrl, `CREATE DATABASE "${name}" TEMPLATE "${cluster.template}"`);
    adminUrl = withDatabase(cluster.adminUrl, name);
    const url = new URL(adminUrl);
    url.username = cluster.webUser;
    url.password = cluster.webPassword;
    process.env.DATABASE_URL = url.href;
    process.env.DATABASE_POOL = '10';
    process.env.APP_SECRET = 'only-for-the-tests-of-this-machine-0123456789';
    process.env.APP_URL = 'https://maillage.example';
    process.env.METRICS_TOKEN = 'un-jeton-pour-les-tests-seulement';
    process.env.FILES_DIR = files;
    process.env.NODE_ENV = 'test';
    await rm(files, { recursive: true, force: true });
    await mkdir(files, { recursive: true });
  }, 120_000);
  afterAll(async () => {
    await closeDatabase();
    const cluster = await testCluster();
    await onServer(cluster.adminUrl, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
    await rm(files, { recursive: true, force: true });
  });
  return { adminUrl: () => adminUrl };
}

/** One statement as the owner of the cluster: what only a migration or an attacker in a test would do. */
export async function onServer<R extends pg.QueryResultRow>(url: string, sql: string, values: unknown[] = []): Promise<R[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<R>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}
