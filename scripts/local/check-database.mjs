import fs from 'node:fs';
import path from 'node:path';
import { POSTGRES_DIR } from './installation.mjs';
import { inRoot, inVar } from './paths.mjs';
import { checkPlaces } from './check-places.mjs';
import { checkSearch } from './check-search.mjs';
import { localSecrets } from './secrets.mjs';
import { findServer } from '../embedded-postgres.mjs';
import { pending, readMigrations } from '../migrate.mjs';

const WAIT_LIMIT = 300; // seconds that an event may wait before something is wrong

/** What `npm run doctor` finds of the database: server, migrations, roles, outbox, search, places. */
export async function checkDatabase() {
  const what = process.env.DATABASE_URL ? 'PostgreSQL (DATABASE_URL)' : 'PostgreSQL';
  const adminUrl = process.env.DATABASE_ADMIN_URL || process.env.DATABASE_URL || embeddedUrl();
  if (!adminUrl) return [{ what, state: 'warn', says: 'arrêté', mend: 'npm start' }];
  let client;
  try {
    const { default: pg } = await import('pg');
    client = new pg.Client({ connectionString: adminUrl, connectionTimeoutMillis: 5_000 });
    client.on('error', () => {});
    await client.connect();
  } catch (error) {
    return [{ what, state: 'bad', says: `ne répond pas (${error.code ?? error.message})`, mend: process.env.DATABASE_URL ? 'vérifier DATABASE_URL' : 'npm start' }];
  }
  try {
    return [await server(client, what), await migrations(client), await roles(client), ...(await outbox(client)), await checkSearch(client), await checkPlaces(client)];
  } finally {
    await client.end();
  }
}

function embeddedUrl() {
  const port = fs.existsSync(path.join(inVar(), 'secrets.json')) ? findServer(POSTGRES_DIR) : null;
  return port && `postgresql://postgres:${localSecrets(inVar('secrets.json')).postgresPassword}@127.0.0.1:${port}/maillage`;
}

async function server(client, what) {
  const { rows } = await client.query(`SELECT current_setting('server_version') AS version, pg_size_pretty(pg_database_size(current_database())) AS size`);
  return { what, state: 'ok', says: `version ${rows[0].version}, ${rows[0].size}` };
}

async function migrations(client) {
  const what = 'Migrations';
  const mend = 'npm start (ou node scripts/migrate.mjs)';
  const { rows: tables } = await client.query(`SELECT to_regclass('public._prisma_migrations') AS found`);
  if (tables[0].found === null) return { what, state: 'bad', says: 'aucune appliquée', mend };
  const { rows } = await client.query('SELECT migration_name AS name, checksum, finished_at, rolled_back_at FROM _prisma_migrations');
  try {
    const waiting = pending(readMigrations(inRoot('prisma', 'migrations')), rows);
    return waiting.length > 0 ? { what, state: 'warn', says: `${waiting.length} en attente`, mend } : { what, state: 'ok', says: `${rows.length} appliquées` };
  } catch (error) {
    return { what, state: 'bad', says: error.message };
  }
}

async function roles(client) {
  const what = 'Droits';
  const login = process.env.DATABASE_URL ? decodeURIComponent(new URL(process.env.DATABASE_URL).username) : 'maillage_web';
  const { rows } = await client.query(
    `SELECT r.rolname AS role, l.rolsuper OR l.rolbypassrls AS strong, pg_has_role(l.oid, r.oid, 'MEMBER') AS member
     FROM pg_roles r, pg_roles l WHERE r.rolname IN ('maillage_tenant', 'maillage_system') AND l.rolname = $1`,
    [login],
  );
  if (rows.some(({ strong }) => strong)) return { what, state: 'warn', says: `${login} passe par-dessus les murs entre agences`, mend: 'donner à DATABASE_URL un compte simple (voir .env.example)' };
  if (rows.length < 2 || rows.some(({ member }) => !member)) return { what, state: 'bad', says: `${login} ne peut pas prendre ses rôles`, mend: 'node scripts/migrate.mjs' };
  return { what, state: 'ok', says: `${login} prend maillage_tenant et maillage_system` };
}

async function outbox(client) {
  const { rows: tables } = await client.query(`SELECT to_regclass('public.outbox_event') AS outbox, to_regclass('graphile_worker.jobs') AS jobs`);
  if (!tables[0].outbox || !tables[0].jobs) return [];
  const { rows } = await client.query(
    `SELECT coalesce(extract(epoch FROM now() - (SELECT min(created_at) FROM outbox_event WHERE handled_at IS NULL)), 0)::int AS seconds,
            (SELECT count(*)::int FROM graphile_worker.jobs WHERE attempts >= max_attempts) AS parked`,
  );
  const [{ seconds, parked }] = rows;
  const says = seconds === 0 ? 'rien n’attend' : `le plus ancien événement attend depuis ${seconds} s`;
  const waiting = seconds > WAIT_LIMIT ? { what: 'Événements', state: 'bad', says, mend: 'npm start (les tâches de fond ne tournent pas)' } : { what: 'Événements', state: 'ok', says };
  const jobs = parked > 0 ? { what: 'Tâches', state: 'warn', says: `${parked} mise(s) de côté après dix échecs`, mend: 'les relancer depuis la page des tâches' } : { what: 'Tâches', state: 'ok', says: 'aucune en échec' };
  return [waiting, jobs];
}
