import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { canReach } from './postgres-account.mjs';

/** Where programs that are not of node_modules are kept for all checkouts: writable by us, and within reach of the account that runs them. */
export function cacheFolder(account) {
  const base = ['/var/cache', os.tmpdir()].find((place) => isWritable(place) && canReach(account, place)) ?? os.tmpdir();
  return path.join(base, 'maillage');
}

function isWritable(place) {
  try {
    fs.accessSync(place, fs.constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
