import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { sourcesOf } from '../../scripts/local/esbuild.mjs';
import { withLock } from '../../scripts/local/lock.mjs';
import { inRoot, inVar } from '../../scripts/local/paths.mjs';
import { excerpt, runProgram } from '../../scripts/local/programs.mjs';
import { ask, testEnv, urlOf } from './cluster.mjs';

const SEED = 'prisma/seed/demo.ts';
const LOCK = inVar('test', 'run', 'demo.lock');

/**
 * The demonstration as a template database, with its files and the list of its accounts: made once for a state of its sources and
 * a day (its dates are told from today), then copied in a moment. Needs `build/bin/seed-demo.js`.
 * @returns {Promise<{ template: string, files: string, accounts: string }>}
 */
export async function demoTemplate(cluster, { log = () => {} } = {}) {
  const template = `maillage_demo_${await inputsHash(cluster.template)}`;
  const folder = inVar('test', template);
  const demo = { template, files: `${folder}/files`, accounts: `${folder}/demo.json` };
  return withLock(LOCK, async () => {
    const [ready] = await ask(cluster.adminUrl, 'SELECT NOT datallowconn AS ready FROM pg_database WHERE datname = $1', [template]);
    if (!ready?.ready || !fs.existsSync(demo.accounts)) await make(cluster, demo, folder, log);
    return demo;
  });
}

// Under its final name, then closed to connections: closed means complete.
async function make(cluster, { template, files, accounts }, folder, log) {
  log('Préparation de la démonstration…');
  for (const { datname } of await ask(cluster.adminUrl, `SELECT datname FROM pg_database WHERE datname LIKE 'maillage_demo_%'`)) {
    await ask(cluster.adminUrl, `DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`);
    fs.rmSync(inVar('test', datname), { recursive: true, force: true });
  }
  fs.mkdirSync(files, { recursive: true });
  await ask(cluster.adminUrl, `CREATE DATABASE ${template} TEMPLATE ${cluster.template}`);
  const adminUrl = urlOf(cluster.adminUrl, { database: template });
  const appUrl = urlOf(adminUrl, { user: cluster.webUser, password: cluster.webPassword });
  const env = { ...testEnv({ adminUrl, appUrl }), MAIL_DIR: `${folder}/mail`, FILES_DIR: files, DEMO_FILE: accounts };
  const { code, output } = await runProgram(process.execPath, [inRoot('build', 'bin', 'seed-demo.js')], { env });
  if (code !== 0) throw new Error(`La démonstration ne se crée pas.\n${excerpt(output)}`);
  await ask(cluster.adminUrl, `ALTER DATABASE ${template} WITH ALLOW_CONNECTIONS false`);
}

async function inputsHash(migrated) {
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(new Date());
  const hash = createHash('sha256').update(`${migrated} ${today}`);
  for (const file of await sourcesOf(SEED)) hash.update(fs.readFileSync(inRoot(file)));
  return hash.digest('hex').slice(0, 12);
}
