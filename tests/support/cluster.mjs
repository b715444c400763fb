import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { ensurePostgres, stopPostgres } from '../../scripts/embedded-postgres.mjs';
import { generate } from '../../scripts/build.mjs';
import { sourcesOf } from '../../scripts/local/esbuild.mjs';
import { withLock } from '../../scripts/local/lock.mjs';
import { inRoot, inVar } from '../../scripts/local/paths.mjs';
import { isAlive } from '../../scripts/local/processes.mjs';
import { excerpt, runProgram } from '../../scripts/local/programs.mjs';
import { localSecrets } from '../../scripts/local/secrets.mjs';
import { migrate, readMigrations } from '../../scripts/migrate.mjs';

const DIR = inVar('test', 'postgres');
const USERS = inVar('test', 'run', 'users');
const SEED = 'prisma/seed/network.ts';
const LOCK = inVar('test', 'run', 'cluster.lock');
const KEPT_TEMPLATES = 2; // another run may still be copying the one before ours

/**
 * The PostgreSQL of the tests, started if needed (its data may be lost: no fsync), with a template database that has the
 * migrations and the reference data: `CREATE DATABASE x TEMPLATE <template>` gives a test its own base in some 100 ms.
 * Safe to call from several processes at once; at once in a child of a process that called it.
 * @returns {Promise<{ adminUrl: string, webUser: string, webPassword: string, template: string }>}
 */
export async function testCluster({ log = () => {} } = {}) {
  const { TEST_ADMIN_URL, TEST_WEB_PASSWORD, TEST_TEMPLATE } = process.env;
  if (TEST_ADMIN_URL && TEST_WEB_PASSWORD && TEST_TEMPLATE) return { adminUrl: TEST_ADMIN_URL, webUser: 'maillage_web', webPassword: TEST_WEB_PASSWORD, template: TEST_TEMPLATE };
  return withLock(LOCK, () => open(log));
}

/**
 * The same for the length of a run: the cluster stays until the last process that entered leaves.
 * @returns {Promise<() => Promise<void>>} leaves
 */
export async function enterTestCluster({ log = () => {} } = {}) {
  const ticket = path.join(USERS, String(process.pid));
  const inherited = process.env.TEST_TEMPLATE !== undefined;
  if (inherited) return async () => {};
  const { adminUrl, webPassword, template } = await withLock(LOCK, async () => {
    const alone = livingUsers().length === 0;
    fs.mkdirSync(USERS, { recursive: true });
    fs.writeFileSync(ticket, '');
    const cluster = await open(log);
    if (alone) await dropLeftovers(cluster.adminUrl);
    return cluster;
  });
  Object.assign(process.env, { TEST_ADMIN_URL: adminUrl, TEST_WEB_PASSWORD: webPassword, TEST_TEMPLATE: template });
  return () =>
    withLock(LOCK, async () => {
      fs.rmSync(ticket, { force: true });
      if (livingUsers().length === 0) await stopPostgres(DIR);
    });
}

async function open(log) {
  await generate({ log });
  const secrets = localSecrets(inVar('test', 'secrets.json'));
  const { adminUrl } = await ensurePostgres({ dir: DIR, secrets, database: 'postgres', durable: false, log });
  const template = `maillage_template_${await inputsHash()}`;
  const [ready] = await ask(adminUrl, 'SELECT NOT datallowconn AS ready FROM pg_database WHERE datname = $1', [template]);
  if (!ready?.ready) await makeTemplate({ adminUrl, webPassword: secrets.webPassword, template, log });
  return { adminUrl, webUser: 'maillage_web', webPassword: secrets.webPassword, template };
}

// Migrated and seeded under its final name, then closed to connections: closed means complete.
async function makeTemplate({ adminUrl, webPassword, template, log }) {
  log('Préparation de la base des tests…');
  await ask(adminUrl, `DROP DATABASE IF EXISTS ${template} WITH (FORCE)`);
  await ask(adminUrl, `CREATE DATABASE ${template} TEMPLATE template0`);
  const own = urlOf(adminUrl, { database: template });
  await migrate({ adminUrl: own });
  await seed({ adminUrl: own, appUrl: urlOf(own, { user: 'maillage_web', password: webPassword }) });
  await ask(adminUrl, `ALTER DATABASE ${template} WITH ALLOW_CONNECTIONS false`);
  const older = await ask(adminUrl, `SELECT datname FROM pg_database WHERE datname LIKE 'maillage_template_%' ORDER BY oid DESC OFFSET ${KEPT_TEMPLATES}`);
  for (const { datname } of older) await ask(adminUrl, `DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`);
}

async function seed({ adminUrl, appUrl }) {
  const { code, output } = await runProgram(process.execPath, ['--import', 'tsx', inRoot(SEED)], { env: testEnv({ adminUrl, appUrl }) });
  if (code !== 0) throw new Error(`Les données de référence ne se chargent pas dans la base des tests.\n${excerpt(output)}`);
}

/** The environment of a program of ours that runs for a test. */
export const testEnv = ({ adminUrl, appUrl }) => ({
  NODE_ENV: 'test',
  APP_MODE: 'local',
  APP_SECRET: localSecrets(inVar('test', 'secrets.json')).appSecret,
  DATABASE_URL: appUrl,
  DATABASE_ADMIN_URL: adminUrl,
  MAIL_DIR: inVar('test', 'mail'),
  FILES_DIR: inVar('test', 'files'),
});

/** The same server, with another database or account. */
export function urlOf(adminUrl, { database, user, password }) {
  const url = new URL(adminUrl);
  if (database) url.pathname = `/${database}`;
  if (user) Object.assign(url, { username: user, password });
  return url.href;
}

/** One statement on the cluster. */
export async function ask(adminUrl, sql, values) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    return (await client.query(sql, values)).rows;
  } finally {
    await client.end();
  }
}

// Databases of runs that were killed.
async function dropLeftovers(adminUrl) {
  const left = await ask(adminUrl, `SELECT quote_ident(datname) AS name FROM pg_database WHERE datname <> 'postgres' AND NOT datistemplate AND datname NOT LIKE 'maillage_template_%' AND datname NOT LIKE 'maillage_demo_%'`);
  for (const { name } of left) await ask(adminUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
}

function livingUsers() {
  if (!fs.existsSync(USERS)) return [];
  return fs.readdirSync(USERS).filter((pid) => {
    if (isAlive(Number(pid))) return true;
    fs.rmSync(path.join(USERS, pid), { force: true });
    return false;
  });
}

// The migrations and all that the reference data are made of: another hash, another template.
async function inputsHash() {
  const hash = createHash('sha256');
  for (const { name, checksum } of readMigrations(inRoot('prisma', 'migrations'))) hash.update(`${name} ${checksum}\n`);
  for (const file of await sourcesOf(SEED)) hash.update(fs.readFileSync(inRoot(file)));
  return hash.digest('hex').slice(0, 12);
}
