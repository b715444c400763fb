import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { meilisearchBinary } from './local/meilisearch-binary.mjs';
import { root } from './local/paths.mjs';
import { freePortFrom } from './local/ports.mjs';
import { asAccount, canReach, giveTo, postgresAccount } from './local/postgres-account.mjs';
import { commandOf, endProcess } from './local/processes.mjs';

const FIRST_PORT = 17_700; // under 32768, where systems pick the ports of outgoing connections

/**
 * A Meilisearch of our own for tests and benches, on the loopback address, without telemetry, its key random. As root it runs
 * under the account of the embedded PostgreSQL. A server that an earlier process left in this folder is ended first.
 *
 * @param {object} options
 * @param {string} options.dir holds its data, its log and the number of its process
 * @param {boolean} [options.keep] keeps the data that an earlier one left; else starts from nothing
 * @param {(line: string) => void} [options.log]
 * @returns {Promise<{ url: string, key: string, stop(): Promise<void>, kill(): Promise<void>, start(): Promise<void> }>} `start` again keeps port, key and data
 * @throws {Error} in French, when it cannot be started
 */
export async function ensureMeilisearch({ dir, keep = false, log = () => {} }) {
  const known = postgresAccount({ dir, checkout: root });
  fs.mkdirSync(path.dirname(dir), { recursive: true });
  const account = canReach(known, path.dirname(dir)) ? known : { ...known, drop: false };
  const binary = await meilisearchBinary({ account, log });
  await endServerOf(dir);
  if (!keep) fs.rmSync(dir, { recursive: true, force: true });
  fs.mkdirSync(dir, { recursive: true });
  giveTo(account, dir);
  const server = { dir, account, binary, key: randomBytes(24).toString('hex'), port: 0, pid: 0 };
  await start(server);
  return {
    get url() {
      return `http://127.0.0.1:${server.port}`;
    },
    key: server.key,
    stop: () => end(server, [['SIGTERM', 10_000], ['SIGKILL', 5_000]]),
    kill: () => end(server, [['SIGKILL', 5_000]]),
    start: () => start(server),
  };
}

/** Ends the server that an earlier process started in this folder, if it still runs. */
export async function endServerOf(dir) {
  const file = path.join(dir, 'pid');
  const pid = fs.existsSync(file) ? Number(fs.readFileSync(file, 'utf8')) : 0;
  // The number may belong to another program since: only one that works in this folder is ended.
  if (pid > 0 && commandOf(pid).includes(`--db-path ${path.join(dir, 'data')}`)) await endProcess(pid, [['SIGTERM', 5_000], ['SIGKILL', 5_000]]);
}

async function start(server) {
  const { dir, account, binary, key } = server;
  for (let tries = 0; tries < 5; tries += 1) {
    if (server.port === 0 || tries > 0) server.port = await freePortFrom(FIRST_PORT + (process.pid % 500) + tries, { span: 2_000 });
    const output = fs.openSync(path.join(dir, 'log'), 'a');
    const child = spawn(binary, ['--db-path', path.join(dir, 'data'), '--http-addr', `127.0.0.1:${server.port}`, '--no-analytics', '--env', 'production', '--log-level', 'WARN', '--max-indexing-threads', String(availableParallelism())], {
      ...asAccount(account), cwd: dir, env: { PATH: process.env.PATH ?? '', MEILI_MASTER_KEY: key }, detached: true, stdio: ['ignore', output, output],
    }); // prettier-ignore
    fs.closeSync(output);
    child.unref();
    const state = { ended: null };
    child.once('error', (error) => (state.ended = error.message));
    child.once('exit', (code, signal) => (state.ended = `code ${code ?? signal}`));
    server.pid = child.pid;
    fs.writeFileSync(path.join(dir, 'pid'), String(child.pid ?? ''));
    if (await answers(server.port, state)) return;
  }
  throw new Error(`Meilisearch ne démarre pas : voyez ${path.join(dir, 'log')}.`);
}

async function answers(port, state) {
  for (const limit = Date.now() + 60_000; Date.now() < limit && !state.ended; await wait(20)) {
    const answer = await fetch(`http://127.0.0.1:${port}/health`, { signal: AbortSignal.timeout(2_000) }).catch(() => null);
    if (answer?.ok) return true;
  }
  return false;
}

async function end(server, steps) {
  if (server.pid && !(await endProcess(server.pid, steps))) throw new Error('Meilisearch ne s’arrête pas.');
}
