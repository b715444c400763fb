import { spawnSync } from 'node:child_process';
import path from 'node:path';
import pg from 'pg';
import { migrate, readMigrations } from '../../scripts/migrate.mjs';
import { fill } from './fill';

export type Filled = { adminUrl: string; appUrl: string };

/** The database of this scale and of these migrations: filled once, kept for the next run. */
export async function filledDatabase(scale: number, log: (line: string) => void): Promise<Filled> {
  const server = process.env.DATABASE_ADMIN_URL;
  const site = process.env.DATABASE_URL;
  if (!server || !site) throw new Error('npm run bench sets DATABASE_ADMIN_URL and DATABASE_URL');
  const state = readMigrations(path.resolve('prisma/migrations')).at(-1)?.name.slice(0, 14) ?? 'none';
  const name = `maillage_bench_${Math.round(scale * 1000)}_${state}`;
  const to = (url: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href;
  const urls = { adminUrl: to(server), appUrl: to(site) };
  const admin = new pg.Client({ connectionString: server });
  await admin.connect();
  const { rows } = await admin.query<{ done: boolean }>(`SELECT shobj_description(oid, 'pg_database') = 'filled' AS done FROM pg_database WHERE datname = $1`, [name]);
  if (!rows[0]?.done) {
    // Those of other migrations are of no more use, and a gigabyte each.
    const old = await admin.query<{ datname: string }>(`SELECT datname FROM pg_database WHERE starts_with(datname, $1)`, [`maillage_bench_${Math.round(scale * 1000)}_`]);
    for (const { datname } of old.rows) await admin.query(`DROP DATABASE "${datname}" WITH (FORCE)`);
    await admin.query(`CREATE DATABASE "${name}" TEMPLATE template0`);
    await migrate({ adminUrl: urls.adminUrl });
    const seeded = spawnSync(process.execPath, [path.resolve('build/bin/seed-network.js')], { env: { ...process.env, DATABASE_URL: urls.appUrl, DATABASE_ADMIN_URL: urls.adminUrl }, stdio: 'inherit' });
    if (seeded.status !== 0) throw new Error('The reference data could not be loaded');
    const client = new pg.Client({ connectionString: urls.adminUrl });
    await client.connect();
    const from = Date.now();
    await fill(client, scale, log);
    await client.end();
    log(`remplie en ${Math.round((Date.now() - from) / 1000)} s`);
    await admin.query(`COMMENT ON DATABASE "${name}" IS 'filled'`);
  }
  await admin.end();
  return urls;
}
