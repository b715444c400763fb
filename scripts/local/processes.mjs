import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

/** Is there a process with this id, ours or not? */
export function isAlive(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
  return !isZombie(pid);
}

// In a container without an init, a dead orphan stays as a zombie: it answers to signal 0 but will never do anything again.
function isZombie(pid) {
  try {
    return /\) Z /.test(fs.readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

/** The command line of a process, '' when unknown: a process id alone may have been given to someone else since. */
export function commandOf(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return '';
  try {
    if (fs.existsSync('/proc/self/cmdline')) return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return '';
  }
}

/** Waits until the process is gone; false when it is still there after `timeoutMs`. */
export async function waitForExit(pid, timeoutMs) {
  for (const end = Date.now() + timeoutMs; Date.now() < end; await wait(50)) if (!isAlive(pid)) return true;
  return !isAlive(pid);
}

/** Sends each signal in turn, `[signal, ms to wait]`, until the process is gone. */
export async function endProcess(pid, steps = [['SIGTERM', 20_000], ['SIGKILL', 5_000]]) {
  for (const [signal, timeoutMs] of steps) {
    try {
      process.kill(pid, signal);
    } catch (error) {
      if (error.code === 'ESRCH') return true;
      throw error;
    }
    if (await waitForExit(pid, timeoutMs)) return true;
  }
  return false;
}
