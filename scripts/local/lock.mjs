import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { isAlive } from './processes.mjs';

/**
 * Runs `work` while holding the lock `file`, between processes of this machine.
 * A lock whose holder died is taken over. Throws after `timeoutMs`.
 */
export async function withLock(file, work, { timeoutMs = 180_000 } = {}) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const end = Date.now() + timeoutMs;
  while (!take(file)) {
    if (Date.now() > end) throw new Error(`Un autre programme tient ${file} depuis trop longtemps.`);
    await wait(100);
  }
  try {
    return await work();
  } finally {
    fs.rmSync(file, { force: true });
  }
}

function take(file) {
  const mine = `${file}.${process.pid}.${Math.random().toString(36).slice(2)}`;
  fs.writeFileSync(mine, String(process.pid));
  try {
    fs.linkSync(mine, file); // atomic, and the file is never seen empty
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (!isAlive(holderOf(file))) clearDeadLock(file, mine);
    return false;
  } finally {
    fs.rmSync(mine, { force: true });
  }
}

// Two callers may see the same dead holder: each takes the file aside first, and gives back a lock that was alive after all.
function clearDeadLock(file, mine) {
  const aside = `${mine}.dead`;
  try {
    fs.renameSync(file, aside);
    if (isAlive(holderOf(aside))) fs.linkSync(aside, file);
  } catch (error) {
    if (error.code !== 'ENOENT' && error.code !== 'EEXIST') throw error;
  } finally {
    fs.rmSync(aside, { force: true });
  }
}

function holderOf(file) {
  try {
    return Number(fs.readFileSync(file, 'utf8'));
  } catch {
    return process.pid; // released between our two looks: try again
  }
}
