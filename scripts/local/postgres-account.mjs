import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const NOBODY = 65_534;

/**
 * The account that runs PostgreSQL, which refuses to run as root: ours, or, when we are root, the owner of the data if
 * it exists, else the owner of the checkout, else `nobody`.
 * @returns {{ uid: number, gid: number, drop: boolean }} `drop`: we are root and must become this account.
 */
export function postgresAccount({ dir, checkout, uid = process.getuid?.() ?? 0, gid = process.getgid?.() ?? 0 }) {
  if (uid !== 0) return { uid, gid, drop: false };
  for (const place of [dir, checkout]) {
    const owner = fs.existsSync(place) ? fs.statSync(place) : null;
    if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid, drop: true };
  }
  return { uid: NOBODY, gid: NOBODY, drop: true };
}

/** What `spawn` needs to become the account. */
export const asAccount = ({ uid, gid, drop }) => (drop ? { uid, gid } : {});

/** Can the account enter this folder (which may not exist yet: then its first existing parent)? Asked of the system itself. */
export function canReach(account, place) {
  if (!account.drop) return true;
  let here = path.resolve(place);
  while (!fs.existsSync(here)) here = path.dirname(here);
  try {
    execFileSync('/bin/sh', ['-c', 'cd "$1"', 'sh', here], { uid: account.uid, gid: account.gid, cwd: '/', stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Gives a folder and all that it holds to the account. */
export function giveTo(account, place) {
  if (!account.drop) return;
  fs.lchownSync(place, account.uid, account.gid);
  if (!fs.lstatSync(place).isDirectory()) return;
  for (const name of fs.readdirSync(place)) giveTo(account, path.join(place, name));
}
