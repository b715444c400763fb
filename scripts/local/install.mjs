import fs from 'node:fs';
import { inRoot } from './paths.mjs';
import { runProgram } from './programs.mjs';

/** Installs the dependencies when they are missing or differ from package.json and its lock. */
export async function installIfStale({ log = () => {}, show = true } = {}) {
  const reason = staleReason();
  if (!reason) return false;
  log(`Installation des dépendances (${reason})…`);
  // `--include=dev`: the build needs them, and NODE_ENV=production would leave them out.
  const { code, output } = await runProgram('npm', ['install', '--no-audit', '--no-fund', '--include=dev'], { show });
  if (code !== 0) throw new Error(`« npm install » a échoué (${code}). ${output.trim().split('\n').slice(-20).join('\n')}`);
  return true;
}

/** Why the dependencies must be installed, or null when node_modules is what the lock says. */
export function staleReason({ wanted = readJson(inRoot('package.json')), lock = readJson(inRoot('package-lock.json')), installed = readJson(inRoot('node_modules', '.package-lock.json')) } = {}) {
  if (!installed) return 'première fois';
  if (!lock) return 'verrou absent';
  for (const kind of ['dependencies', 'devDependencies']) {
    const [asked, locked] = [wanted[kind] ?? {}, lock.packages[''][kind] ?? {}];
    const changed = Object.keys({ ...asked, ...locked }).find((name) => asked[name] !== locked[name]);
    if (changed) return `${changed} a changé`;
  }
  for (const [place, { version, optional, devOptional, peer }] of Object.entries(lock.packages)) {
    const here = installed.packages[place]?.version;
    // Optional packages are those of other systems: absent is as it should be.
    if (place !== '' && here !== version && !(here === undefined && (optional || devOptional || peer))) return `${place.replace(/^.*node_modules\//, '')} ${here ? 'a changé' : 'manque'}`;
  }
  return null;
}

function readJson(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw new Error(`${file} est illisible : ${error.message}`);
  }
}
