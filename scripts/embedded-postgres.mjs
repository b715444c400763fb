import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { withLock } from './local/lock.mjs';
import { root } from './local/paths.mjs';
import { freePortFrom, isFree } from './local/ports.mjs';
import { canReach, giveTo, postgresAccount } from './local/postgres-account.mjs';
import { postgresBinaries } from './local/postgres-binaries.mjs';
import { initialise, isRunning, launch, readPostmaster, resetPassword } from './local/postgres-process.mjs';
import { endProcess, isAlive } from './local/processes.mjs';

const FIRST_PORT = 15_432; // under 32768, where systems pick the ports of outgoing connections
const NONCE = 'maillage-identity';
const SETTINGS = { max_connections: 100, shared_buffers: '128MB', jit: 'off', random_page_cost: 1.1, max_wal_size: '2GB', timezone: 'UTC' };
const NOT_DURABLE = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: 200 };

/**
 * Makes sure that the embedded PostgreSQL of `dir` runs, with its database and the application's login.
 * Finds the one that is already there (a killed Node leaves it alive), else starts it, after a crash as well.
 *
 * @param {object} options
 * @param {string} options.dir data folder; moved elsewhere when PostgreSQL's account cannot reach it, and remembered
 * @param {{ postgresPassword: string, webPassword: string }} options.secrets
 * @param {(line: string) => void} [options.log]
 * @param {string} [options.database]
 * @param {boolean} [options.durable] false only for data that may be lost (tests)
 * @param {Record<string, string | number>} [options.settings] further settings of PostgreSQL
 * @returns {Promise<{ adminUrl: string, appUrl: string, port: number, dir: string, reused: boolean, alive(): boolean, stop(): Promise<void> }>}
 * @throws {Error} in French, when it cannot be started
 */
export async function ensurePostgres({ dir, secrets, log = () => {}, database = 'maillage', durable = true, settings = {} }) {
  const beside = path.dirname(dir);
  const name = path.basename(dir);
  for (const folder of ['run', 'log']) fs.mkdirSync(path.join(beside, folder), { recursive: true });
  const memory = path.join(beside, 'run', `${name}.json`);
  return withLock(path.join(beside, 'run', `${name}.lock`), async () => {
    const place = placeOf(dir, memory);
    const cluster = {
      ...place, secrets, log, durable, database,
      logFile: path.join(beside, 'log', `${name}.log`),
      settings: { ...SETTINGS, ...(durable ? {} : NOT_DURABLE), ...settings },
    }; // prettier-ignore
    if (!fs.existsSync(path.join(cluster.dir, 'PG_VERSION'))) {
      log('Création de la base de données…');
      await initialise({ ...cluster, password: secrets.postgresPassword });
    }
    assertOurs(cluster);
    const found = await findRunning(cluster);
    const port = found ?? (await start(cluster, remembered(memory).port ?? FIRST_PORT));
    fs.writeFileSync(memory, `${JSON.stringify({ dir: cluster.dir, port })}\n`);
    await prepare(cluster, port);
    const url = (user, password, base) => `postgresql://${user}:${password}@127.0.0.1:${port}/${base}`;
    return {
      adminUrl: url('postgres', secrets.postgresPassword, database),
      appUrl: url('maillage_web', secrets.webPassword, database),
      port, dir: cluster.dir, reused: found !== null, alive: () => isRunning(readPostmaster(cluster.dir)), stop: () => stop(cluster),
    }; // prettier-ignore
  });
}

/** Stops the PostgreSQL of `dir` if it runs, wherever its data were put. Returns the folder of the data. */
export async function stopPostgres(dir) {
  const place = dataOf(dir, path.join(path.dirname(dir), 'run', `${path.basename(dir)}.json`));
  await stop({ dir: place });
  return place;
}

/** The port of the PostgreSQL that serves `dir`, or null: only looks. */
export function findServer(dir) {
  const postmaster = readPostmaster(dataOf(dir, path.join(path.dirname(dir), 'run', `${path.basename(dir)}.json`)));
  return isRunning(postmaster) ? postmaster.port : null;
}

function remembered(memory) {
  try {
    return JSON.parse(fs.readFileSync(memory, 'utf8'));
  } catch {
    return {};
  }
}

// Root must hand PostgreSQL to another account. When that account cannot enter the checkout (under /root, say), the data
// go where it can, and the memory file says so.
function placeOf(dir, memory) {
  const chosen = dataOf(dir, memory);
  const account = postgresAccount({ dir: chosen, checkout: root });
  const bin = postgresBinaries(account);
  if (canReach(account, path.dirname(chosen))) return { dir: chosen, account, bin };
  const elsewhere = elsewhereFor(dir);
  fs.mkdirSync(path.dirname(elsewhere), { recursive: true, mode: 0o755 });
  if (!fs.existsSync(elsewhere) && fs.existsSync(path.join(dir, 'PG_VERSION'))) {
    fs.cpSync(dir, elsewhere, { recursive: true, preserveTimestamps: true });
    giveTo(account, elsewhere);
  }
  return { dir: elsewhere, account, bin };
}

// A memory copied along with its checkout names the place of the other one: it is not believed.
const dataOf = (dir, memory) => (remembered(memory).dir === elsewhereFor(dir) ? elsewhereFor(dir) : dir);

const elsewhereFor = (dir) => path.join('/var/lib/maillage', createHash('sha256').update(dir).digest('hex').slice(0, 10), path.basename(dir));

function assertOurs({ dir, account }) {
  const owner = fs.statSync(dir).uid;
  if (owner === account.uid) return;
  throw new Error(`Les données de ${dir} appartiennent à un autre compte (numéro ${owner}). Relancez avec ce compte, ou rendez-les : sudo chown -R ${account.uid} "${dir}"`);
}

// The port of the PostgreSQL that already serves this very folder, or null when a new one may start.
async function findRunning(cluster) {
  for (const end = Date.now() + 120_000; Date.now() < end; await wait(100)) {
    const postmaster = readPostmaster(cluster.dir);
    if (!isRunning(postmaster)) {
      // A number now held by another program of ours would stop PostgreSQL from starting; a dead one it clears itself.
      if (postmaster && isAlive(postmaster.pid)) fs.rmSync(path.join(cluster.dir, 'postmaster.pid'), { force: true });
      return null;
    }
    if (postmaster.state === 'stopping') continue;
    const answer = await servesThisFolder(cluster, postmaster.port);
    if (answer === 'yes') return postmaster.port;
    if (answer === 'another') {
      fs.rmSync(path.join(cluster.dir, 'postmaster.pid')); // the folder is a copy of one in use
      return null;
    }
    if (answer === 'refused') {
      await stop(cluster);
      return null;
    }
  }
  throw new Error(`PostgreSQL tourne mais ne répond pas. Voyez ${cluster.logFile}.`);
}

// A running server reads a random file of its own folder, which also names the folder's inode: a folder that was moved
// is still the same, a copy is not.
async function servesThisFolder(cluster, port) {
  const nonce = path.join(cluster.dir, NONCE);
  const expected = fs.existsSync(nonce) ? fs.readFileSync(nonce, 'utf8') : '';
  if (!expected.startsWith(`${fs.statSync(cluster.dir).ino} `)) return 'another';
  try {
    const [row] = await query(cluster, port, 'postgres', 'select pg_read_file($1, true) as nonce', [NONCE]);
    return row.nonce === expected ? 'yes' : 'another';
  } catch (error) {
    return error.code === '28P01' ? 'refused' : 'silent';
  }
}

async function start(cluster, firstPort, { mayResetPassword = true } = {}) {
  const nonce = path.join(cluster.dir, NONCE);
  fs.writeFileSync(nonce, `${fs.statSync(cluster.dir).ino} ${randomBytes(16).toString('hex')}`, { mode: 0o600 });
  if (cluster.account.drop) fs.chownSync(nonce, cluster.account.uid, cluster.account.gid);
  keepLogShort(cluster.logFile);
  for (const end = Date.now() + 60_000; ; await wait(500)) {
    const port = (await isFree(firstPort)) ? firstPort : await freePortFrom(FIRST_PORT, { span: 2_000 });
    const from = fs.existsSync(cluster.logFile) ? fs.statSync(cluster.logFile).size : 0;
    const server = launch({ ...cluster, port });
    const outcome = await ready(cluster, server, port);
    if (outcome === 'ready') return port;
    if (outcome === 'refused') {
      if (!mayResetPassword) throw new Error('PostgreSQL refuse son propre mot de passe.');
      cluster.log('Mot de passe de la base perdu : il est remplacé.');
      await stop(cluster);
      await resetPassword({ ...cluster, password: cluster.secrets.postgresPassword });
      return start(cluster, firstPort, { mayResetPassword: false });
    }
    const said = fs.readFileSync(cluster.logFile, 'utf8').slice(from).trim();
    // Just after a kill -9 the last children of the dead server are still leaving; and a port may be taken between two looks.
    const passing = /shared memory block|lock file .* already exists|could not (bind|create any TCP)/.test(said);
    if (!passing || Date.now() > end) throw new Error(`PostgreSQL n’a pas démarré (${server.exited}) :\n${said.split('\n').slice(-8).join('\n')}`);
  }
}

async function ready(cluster, server, port) {
  // Recovery after a crash may take long on a large base: as long as it lives, wait.
  for (const end = Date.now() + 600_000; Date.now() < end; await wait(40)) {
    if (server.exited) return 'exited';
    if (readPostmaster(cluster.dir)?.state !== 'ready') continue;
    const answer = await servesThisFolder(cluster, port);
    if (answer === 'yes') return 'ready';
    if (answer === 'refused') return 'refused';
  }
  throw new Error(`PostgreSQL n’est toujours pas prêt. Voyez ${cluster.logFile}.`);
}

async function stop(cluster) {
  const postmaster = readPostmaster(cluster.dir);
  if (!isRunning(postmaster)) return;
  // SIGINT: fast shutdown, open transactions are rolled back; SIGQUIT: at once, recovered at the next start.
  if (!(await endProcess(postmaster.pid, [['SIGINT', 30_000], ['SIGQUIT', 10_000]]))) throw new Error('PostgreSQL ne s’arrête pas.');
}

// The application's login: no rights of its own, it takes a role of the migrations in each transaction.
async function prepare(cluster, port) {
  const { webPassword } = cluster.secrets;
  const [role] = await query(cluster, port, 'postgres', `select rolname from pg_roles where rolname = 'maillage_web'`);
  const attributes = 'LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOINHERIT NOBYPASSRLS';
  if (!role) await query(cluster, port, 'postgres', `CREATE ROLE maillage_web ${attributes} PASSWORD '${webPassword}'`);
  else if (!(await accepts(port, webPassword))) await query(cluster, port, 'postgres', `ALTER ROLE maillage_web ${attributes} PASSWORD '${webPassword}'`);
  const [base] = await query(cluster, port, 'postgres', 'select datname from pg_database where datname = $1', [cluster.database]);
  if (!base) await query(cluster, port, 'postgres', `CREATE DATABASE "${cluster.database}" TEMPLATE template0`);
}

async function accepts(port, password) {
  try {
    await connectAndAsk({ port, user: 'maillage_web', password, database: 'postgres' }, 'select 1');
    return true;
  } catch (error) {
    if (error.code === '28P01') return false;
    throw error;
  }
}

const query = (cluster, port, database, sql, values) =>
  connectAndAsk({ port, user: 'postgres', password: cluster.secrets.postgresPassword, database }, sql, values);

async function connectAndAsk(who, sql, values) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ host: '127.0.0.1', connectionTimeoutMillis: 5_000, ...who });
  client.on('error', () => {}); // a server that dies under us is told by the query
  await client.connect();
  try {
    return (await client.query(sql, values)).rows;
  } finally {
    await client.end();
  }
}

function keepLogShort(file) {
  if (fs.existsSync(file) && fs.statSync(file).size > 5_000_000) fs.renameSync(file, `${file}.1`);
}
