import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { ask, enterTestCluster, testCluster, testEnv, urlOf } from '../tests/support/cluster.mjs';
import { demoTemplate } from '../tests/support/demo.mjs';
import { build } from './build.mjs';
import { inRoot, inVar, root } from './local/paths.mjs';
import { endProcess } from './local/processes.mjs';

/**
 * A site and its worker for each worker of the end-to-end tests, on E2E_PORTS, each with the demonstration in a database of its own:
 * what one test counts, no other changes. Started and ended (SIGTERM) by playwright, which waits for the first port: it opens last.
 * By hand, to look at pages: `E2E_PORT=3940 node scripts/serve-for-tests.mjs`.
 */
const ports = (process.env.E2E_PORTS ?? process.env.E2E_PORT ?? '3300').split(',');
const databaseOf = (port) => `maillage_e2e_${port}`;
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
  const demo = await demoTemplate(cluster, { log: console.log });
  const [first, ...others] = ports;
  for (const port of others) await open(port, cluster, demo);
  await Promise.all(others.map(ready));
  await open(first, cluster, demo);
}

async function open(port, cluster, demo) {
  const own = inVar('test', `e2e-${port}`);
  fs.rmSync(own, { recursive: true, force: true });
  fs.mkdirSync(own, { recursive: true });
  fs.cpSync(demo.files, `${own}/files`, { recursive: true });
  fs.copyFileSync(demo.accounts, `${own}/demo.json`);
  const database = databaseOf(port);
  await ask(cluster.adminUrl, `DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
  await ask(cluster.adminUrl, `CREATE DATABASE ${database} TEMPLATE ${demo.template}`);
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
  };
  for (const name of ['worker', 'main']) run(name, `${own}/${name}.log`, env);
}

function run(name, file, env) {
  const log = fs.openSync(file, 'w');
  const child = spawn(process.execPath, ['--enable-source-maps', inRoot('build', 'bin', `${name}.js`)], { cwd: root, env, stdio: ['ignore', log, log] });
  children.push(child);
  child.once('exit', (code, signal) => {
    if (ending) return;
    console.error(`${name} s’est arrêté (${signal ?? code}).\n${fs.readFileSync(file, 'utf8').slice(-2_000)}`);
    void end(1);
  });
}

async function ready(port) {
  while (!ending) {
    const answer = await fetch(`http://127.0.0.1:${port}/ready`).catch(() => null);
    if (answer?.ok) return;
    await wait(200);
  }
}

async function end(code) {
  if (ending) return;
  ending = true;
  await Promise.all(children.filter((child) => child.exitCode === null && child.signalCode === null).map(({ pid }) => endProcess(pid, [['SIGTERM', 12_000], ['SIGKILL', 2_000]])));
  const { TEST_ADMIN_URL } = process.env;
  if (TEST_ADMIN_URL) for (const port of ports) await ask(TEST_ADMIN_URL, `DROP DATABASE IF EXISTS ${databaseOf(port)} WITH (FORCE)`).catch(() => {});
  await leave();
  process.exit(code);
}
