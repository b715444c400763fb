import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { asAccount } from './postgres-account.mjs';
import { commandOf, isAlive } from './processes.mjs';

// Tests run on another day by libfaketime (docs/architecture.md): the database then lives on the day that we do.
const clock = () => Object.fromEntries(Object.entries(process.env).filter(([name]) => /^(LD_PRELOAD|FAKETIME(?!_SHARED)\w*|NO_FAKE_STAT)$/.test(name)));
const environment = () => ({ PATH: process.env.PATH ?? '', LC_ALL: 'C', TZ: 'UTC', ...clock() });

/** What PostgreSQL says of itself in `postmaster.pid`: process, port, and `starting`, `ready` or `stopping`. Null without the file. */
export function readPostmaster(dir) {
  try {
    const lines = fs.readFileSync(path.join(dir, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), dir: lines[1], port: Number(lines[3]), state: (lines[7] ?? '').trim() };
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}

/** Is the process named by the file a living PostgreSQL? After a reboot the number may belong to another program. */
export const isRunning = (postmaster) => postmaster !== null && isAlive(postmaster.pid) && /postgres/.test(commandOf(postmaster.pid));

/** Creates the cluster: UTF-8, ordered by code points the same on every system, superuser `postgres` with a password. */
export async function initialise({ dir, bin, account, password, durable }) {
  const draft = `${dir}.new`;
  const passwordFile = `${dir}.pw`;
  fs.rmSync(draft, { recursive: true, force: true });
  fs.mkdirSync(draft, { recursive: true, mode: 0o700 });
  fs.writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account.drop) for (const place of [draft, passwordFile]) fs.chownSync(place, account.uid, account.gid);
  try {
    await run(path.join(bin, 'bin', 'initdb'), [
      '-D', draft, '-U', 'postgres', '-E', 'UTF8', '--auth=scram-sha-256', `--pwfile=${passwordFile}`,
      '--no-locale', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', ...(durable ? [] : ['--no-sync']),
    ], account); // prettier-ignore
  } finally {
    fs.rmSync(passwordFile, { force: true });
  }
  fs.rmSync(dir, { recursive: true, force: true });
  fs.renameSync(draft, dir); // only a complete cluster ever has the final name
}

/**
 * Starts PostgreSQL on a port of the loopback address, apart from our terminal (Ctrl-C must reach it last) and writing
 * to a file (it outlives us). Resolves at once; `exited` tells when and how it ended.
 */
export function launch({ dir, bin, account, port, logFile, settings }) {
  const log = fs.openSync(logFile, 'a');
  const options = Object.entries({ listen_addresses: '127.0.0.1', unix_socket_directories: '', ...settings });
  const child = spawn(path.join(bin, 'bin', 'postgres'), ['-D', dir, '-p', String(port), ...options.flatMap(([k, v]) => ['-c', `${k}=${v}`])], {
    ...asAccount(account), cwd: dir, env: environment(), detached: true, stdio: ['ignore', log, log],
  }); // prettier-ignore
  fs.closeSync(log);
  child.unref();
  const state = { pid: child.pid, exited: null };
  child.once('error', (error) => (state.exited = error.message));
  child.once('exit', (code, signal) => (state.exited = `code ${code ?? signal}`));
  return state;
}

/** Sets a password from inside, with PostgreSQL stopped: for a data folder whose secrets were lost. */
export function resetPassword({ dir, bin, account, password }) {
  return run(path.join(bin, 'bin', 'postgres'), ['--single', '-D', dir, 'postgres'], account, `ALTER ROLE postgres PASSWORD '${password}'\n`);
}

function run(command, args, account, input = '') {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...asAccount(account), cwd: '/', env: environment(), stdio: ['pipe', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += data));
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve(output) : reject(new Error(`${path.basename(command)} : ${output.trim() || `code ${code}`}`))));
    child.stdin.end(input);
  });
}
