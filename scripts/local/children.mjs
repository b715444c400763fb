import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { inVar, root } from './paths.mjs';
import { commandOf, endProcess, isAlive } from './processes.mjs';

/**
 * Starts one of the application's programs, apart from our terminal (we stop them in order ourselves) and writing to
 * `var/log/<name>.log` (a pipe would break it if we were killed). Its process id is kept in `var/run/<name>.pid`.
 */
export function startChild({ name, args, env }) {
  const logFile = inVar('log', `${name}.log`);
  fs.mkdirSync(path.dirname(logFile), { recursive: true });
  if (fs.existsSync(logFile) && fs.statSync(logFile).size > 10_000_000) fs.renameSync(logFile, `${logFile}.1`);
  const log = fs.openSync(logFile, 'a');
  const from = fs.fstatSync(log).size;
  const child = spawn(process.execPath, args, { cwd: root, env, detached: true, stdio: ['ignore', log, log] });
  fs.closeSync(log);
  fs.mkdirSync(inVar('run'), { recursive: true });
  fs.writeFileSync(pidFile(name), String(child.pid));
  let ended = null;
  const exited = new Promise((resolve) => {
    child.once('error', (error) => resolve((ended = error.message)));
    child.once('exit', (code, signal) => resolve((ended = signal ?? `code ${code}`)));
  });
  return {
    name, logFile, exited,
    ended: () => ended,
    lastLines: (count = 15) => fs.readFileSync(logFile).subarray(from).toString().trim().split('\n').slice(-count).join('\n'),
    async stop() {
      if (ended === null && child.pid) await endProcess(child.pid);
      fs.rmSync(pidFile(name), { force: true });
    },
  }; // prettier-ignore
}

/** Ends what a killed `npm start` left behind, if it is still there and still ours. */
export async function endOrphan(name) {
  const file = pidFile(name);
  if (!fs.existsSync(file)) return false;
  const pid = Number(fs.readFileSync(file, 'utf8'));
  const ours = isAlive(pid) && commandOf(pid).includes(root);
  if (ours) await endProcess(pid);
  fs.rmSync(file, { force: true });
  return ours;
}

/** Waits until `url` answers 200. Returns what stopped it otherwise. */
export async function waitForAnswer(url, child, timeoutMs = 90_000) {
  let last = 'pas de réponse';
  for (const end = Date.now() + timeoutMs; Date.now() < end; await wait(100)) {
    if (child.ended() !== null) return { ok: false, why: `arrêt (${child.ended()})` };
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(5_000) });
      if (response.ok) return { ok: true };
      last = `${response.status} ${(await response.text()).slice(0, 300)}`;
    } catch (error) {
      last = error.cause?.code ?? error.message;
    }
  }
  return { ok: false, why: last };
}

const pidFile = (name) => inVar('run', `${name}.pid`);
