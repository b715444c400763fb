import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { ask, enterTestCluster, testCluster, testEnv, urlOf } from '../tests/support/cluster.mjs';
import { build } from './build.mjs';
import { inRoot, inVar, root } from './local/paths.mjs';
import { endProcess } from './local/processes.mjs';
import { excerpt, runProgram } from './local/programs.mjs';

/**
 * The site and its worker for the end-to-end tests, on E2E_PORT, with the demonstration in a database of its own.
 * Started and ended (SIGTERM) by playwright.
 */
const port = process.env.E2E_PORT ?? '3300';
const database = `maillage_e2e_${port}`;
const own = inVar('test', `e2e-${port}`);
const children = [];
let leave = async () => {};
let ending = false;
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => void end(0));

try {
  await serve();
} catch (error) {
  console.error(error.message);
  await end(1);
}

async function serve() {
  await build({ log: console.log });
  leave = await enterTestCluster({ log: console.log });
  const cluster = await testCluster();
  fs.rmSync(own, { recursive: true, force: true });
  fs.mkdirSync(own, { recursive: true });
  await ask(cluster.adminUrl, `DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
  await ask(cluster.adminUrl, `CREATE DATABASE ${database} TEMPLATE ${cluster.template}`);
  const adminUrl = urlOf(cluster.adminUrl, { database });
  const env = {
    ...process.env,
    ...testEnv({ adminUrl, appUrl: urlOf(adminUrl, { user: cluster.webUser, password: cluster.webPassword }) }),
    NODE_ENV: 'production',
    HOST: '127.0.0.1',
    PORT: port,
    APP_URL: `http://127.0.0.1:${port}`,
    MAIL_DIR: `${own}/mail`,
    FILES_DIR: `${own}/files`,
    DEMO_FILE: `${own}/demo.json`,
  };
  const seed = await runProgram(process.execPath, [inRoot('build', 'bin', 'seed-demo.js')], { env });
  if (seed.code !== 0) throw new Error(`La démonstration ne se crée pas.\n${excerpt(seed.output)}`);
  for (const name of ['worker', 'main']) {
    const log = fs.openSync(`${own}/${name}.log`, 'w');
    const child = spawn(process.execPath, ['--enable-source-maps', inRoot('build', 'bin', `${name}.js`)], { cwd: root, env, stdio: ['ignore', log, log] });
    children.push(child);
    child.once('exit', (code, signal) => {
      if (ending) return;
      console.error(`${name} s’est arrêté (${signal ?? code}).\n${fs.readFileSync(`${own}/${name}.log`, 'utf8').slice(-2_000)}`);
      void end(1);
    });
  }
}

async function end(code) {
  if (ending) return;
  ending = true;
  for (const child of children) if (child.exitCode === null && child.signalCode === null) await endProcess(child.pid, [['SIGTERM', 12_000], ['SIGKILL', 2_000]]);
  const { TEST_ADMIN_URL } = process.env;
  if (TEST_ADMIN_URL) await ask(TEST_ADMIN_URL, `DROP DATABASE IF EXISTS ${database} WITH (FORCE)`).catch(() => {});
  await leave();
  process.exit(code);
}
