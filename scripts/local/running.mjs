import fs from 'node:fs';
import path from 'node:path';
import { withLock } from './lock.mjs';
import { inVar } from './paths.mjs';
import { commandOf, endProcess, isAlive } from './processes.mjs';

const FILE = inVar('run', 'running.json');

/** The `npm start` or `npm run dev` that runs in this checkout: `{ pid, url, command }`, or null. */
export function runningHere() {
  try {
    const running = JSON.parse(fs.readFileSync(FILE, 'utf8'));
    return isAlive(running.pid) && commandOf(running.pid).includes(`${running.command}.mjs`) ? running : null;
  } catch (error) {
    if (error.code === 'ENOENT' || error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Takes the checkout for this process; returns the other one instead when there is one. */
export const claimCheckout = (command) =>
  withLock(inVar('run', 'running.lock'), async () => {
    const other = runningHere();
    if (!other) tellRunning({ command });
    return other;
  });

/** Writes where this process answers, for the others. */
export function tellRunning(details) {
  fs.mkdirSync(path.dirname(FILE), { recursive: true });
  fs.writeFileSync(FILE, `${JSON.stringify({ pid: process.pid, ...details })}\n`, { mode: 0o600 });
}

export const releaseCheckout = () => fs.rmSync(FILE, { force: true });

/** Asks the other process to stop, and waits: it ends what it started first. */
export const endRunning = ({ pid }) => endProcess(pid, [['SIGTERM', 90_000]]);
