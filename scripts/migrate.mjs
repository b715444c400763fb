import { createHash, randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { isMain, loadEnv } from './local/env-file.mjs';
import { inRoot } from './local/paths.mjs';

const PRISMA_LOCK = 72_707_369; // the advisory lock that Prisma's own `migrate deploy` takes
const PRISMA_TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`;

/**
 * Brings a database up to date: the job queue's own tables, then each folder of `prisma/migrations` not applied yet, in
 * the order of their names, each in one transaction, recorded as Prisma records them (so `prisma migrate deploy` agrees).
 * Then lets the application's login (made if it is missing) take the roles that the migrations created.
 *
 * @param {object} options
 * @param {string} options.adminUrl connection that may create tables and roles
 * @param {string} [options.appUrl] the application's own connection, when its login is not `maillage_web`
 * @param {string} [options.folder] the migrations
 * @param {(line: string) => void} [options.log]
 * @returns {Promise<{ applied: string[] }>} names of the migrations applied now
 * @throws {Error} in French: a migration that failed, or one that changed after it was applied
 */
export async function migrate({ adminUrl, appUrl, folder = inRoot('prisma', 'migrations'), log = () => {} }) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: adminUrl, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {}); // told by the query in progress
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [PRISMA_LOCK]);
    const { runMigrations } = await import('graphile-worker');
    await runMigrations({ connectionString: adminUrl });
    await client.query(PRISMA_TABLE);
    const { rows } = await client.query('SELECT migration_name AS name, checksum, finished_at, rolled_back_at FROM _prisma_migrations');
    const applied = [];
    for (const migration of pending(readMigrations(folder), rows)) {
      log(`Mise à jour de la base : ${migration.name}`);
      await apply(client, migration);
      applied.push(migration.name);
    }
    if (appUrl) await createLogin(client, new URL(appUrl));
    await grantRoles(client, appUrl ? decodeURIComponent(new URL(appUrl).username) : 'maillage_web');
    return { applied };
  } finally {
    await client.end();
  }
}

/** The migrations of a folder, in order: `{ name, sql, checksum }`. */
export function readMigrations(folder) {
  if (!fs.existsSync(folder)) return [];
  const names = fs.readdirSync(folder).filter((name) => fs.existsSync(path.join(folder, name, 'migration.sql')));
  return names.sort().map((name) => {
    const sql = fs.readFileSync(path.join(folder, name, 'migration.sql'), 'utf8');
    return { name, sql, checksum: sha256(sql) };
  });
}

/**
 * Those of `migrations` that the database does not have yet, given the rows of `_prisma_migrations`.
 * @throws {Error} when one failed half-way, or was changed after it was applied
 */
export function pending(migrations, rows) {
  const live = rows.filter((row) => row.rolled_back_at === null);
  const failed = live.find((row) => row.finished_at === null);
  if (failed) throw new Error(`La migration ${failed.name} a échoué auparavant. Réparez la base, puis : npx prisma migrate resolve --rolled-back ${failed.name}`);
  const known = new Map(live.map((row) => [row.name, row.checksum]));
  return migrations.filter(({ name, sql, checksum }) => {
    if (!known.has(name)) return true;
    // A checkout may turn line ends into CRLF or back: Prisma takes those for the same migration, and so do we.
    const unix = sql.replaceAll('\r\n', '\n');
    if (![checksum, sha256(unix), sha256(unix.replaceAll('\n', '\r\n'))].includes(known.get(name))) {
      throw new Error(`La migration ${name} a changé depuis qu’elle a été appliquée à cette base. Remettez le fichier d’origine et écrivez une nouvelle migration.`);
    }
    return false;
  });
}

const sha256 = (text) => createHash('sha256').update(text).digest('hex');

async function apply(client, { name, sql, checksum }) {
  const startedAt = new Date();
  await client.query('BEGIN');
  try {
    await client.query(sql);
    await client.query('RESET ALL'); // a `SET` of one migration must not reach the next
    await client.query('INSERT INTO public._prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count) VALUES ($1, $2, $3, $4, now(), 1)', [randomUUID(), checksum, name, startedAt]);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw new Error(`La migration ${name} a échoué, rien n’en est gardé : ${error.message}${lineOf(sql, error.position)}`, { cause: error });
  }
}

const lineOf = (sql, position) => (position ? ` (ligne ${sql.slice(0, Number(position)).split('\n').length})` : '');

// A database of one's own has only its owner at first: the site's login is made with the password that its address says.
async function createLogin(client, { username, password }) {
  const login = decodeURIComponent(username);
  const { rows } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [login]);
  if (rows.length > 0) return;
  const attributes = 'LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOINHERIT NOBYPASSRLS';
  await client.query(`CREATE ROLE ${client.escapeIdentifier(login)} ${attributes} PASSWORD ${client.escapeLiteral(decodeURIComponent(password))}`);
}

async function grantRoles(client, login) {
  const { rows } = await client.query(
    `SELECT quote_ident(r.rolname) AS role, quote_ident(l.rolname) AS login FROM pg_roles r, pg_roles l
     WHERE r.rolname IN ('maillage_tenant', 'maillage_system') AND l.rolname = $1 AND NOT l.rolsuper
       AND NOT EXISTS (SELECT FROM pg_auth_members m WHERE m.roleid = r.oid AND m.member = l.oid)`,
    [login],
  );
  for (const { role, login: member } of rows) await client.query(`GRANT ${role} TO ${member}`);
}

if (isMain(import.meta)) {
  loadEnv();
  const adminUrl = process.env.DATABASE_ADMIN_URL || process.env.DATABASE_URL;
  if (!adminUrl) {
    console.error('Indiquez la base : DATABASE_ADMIN_URL (ou DATABASE_URL). « npm start » le fait pour la base embarquée.');
    process.exit(1);
  }
  try {
    const { applied } = await migrate({ adminUrl, appUrl: process.env.DATABASE_URL, log: console.log });
    console.log(applied.length > 0 ? `Base à jour : ${applied.length} migration(s) appliquée(s).` : 'Base déjà à jour.');
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
