import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { inRoot, inVar } from './paths.mjs';
import { excerpt, runProgram } from './programs.mjs';

const DEMO = inVar('run', 'demo.json');

/** Loads the reference data (communes, themes…): in a new database, and again when they changed. */
export async function seedNetwork({ env, database, programOf, log }) {
  const key = `${await identityOf(database)} ${await hashOfSources('prisma/seed/network.ts')}`;
  await once('seed-network', key, async () => {
    log('Chargement des données de référence…');
    await runSeed(programOf('seed-network'), env);
  });
}

/** Creates the demonstration, once in a database. */
export async function seedDemo({ env, database, programOf, log }) {
  if (!fs.existsSync(DEMO)) fs.rmSync(stampOf('seed-demo'), { force: true }); // its accounts would be unknown
  await once('seed-demo', await identityOf(database), async () => {
    log('Création de la démonstration…');
    await runSeed(programOf('seed-demo'), env);
  });
}

/** The accounts of the demonstration of this very database: `{ email, password, role, name }`. */
export async function demoAccounts(database) {
  if (!fs.existsSync(DEMO) || read(stampOf('seed-demo')) !== (await identityOf(database))) return [];
  return JSON.parse(fs.readFileSync(DEMO, 'utf8')).accounts ?? [];
}

async function once(name, key, work) {
  const stamp = stampOf(name);
  if (read(stamp) === key) return;
  await work();
  fs.mkdirSync(path.dirname(stamp), { recursive: true });
  fs.writeFileSync(stamp, key);
}

async function runSeed(args, env) {
  const { code, output } = await runProgram(process.execPath, args, { env });
  if (code !== 0) throw new Error(`Le chargement des données a échoué.\n${excerpt(output)}`);
}

async function hashOfSources(program) {
  const { sourcesOf } = await import('./esbuild.mjs');
  const hash = createHash('sha256');
  for (const file of await sourcesOf(program)) hash.update(fs.readFileSync(inRoot(file)));
  return hash.digest('hex');
}

// The id of the first migration's record: random, so it tells one database from another, and from itself after a reset.
async function identityOf({ adminUrl }) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rows } = await client.query('SELECT id FROM _prisma_migrations ORDER BY started_at, migration_name LIMIT 1');
    return rows[0]?.id ?? '';
  } finally {
    await client.end();
  }
}

const stampOf = (name) => inVar('run', `${name}.stamp`);
const read = (file) => (fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : null);
