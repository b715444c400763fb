import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { inRoot } from './paths.mjs';
import { runNpmBin, runProgram } from './programs.mjs';

const NAMES = ['chromium', 'google-chrome', 'google-chrome-stable', 'chromium-browser'];

/** A Chromium of this machine: CHROMIUM_PATH, the system's, or playwright's own. Null when there is none. */
export function findChromium() {
  const given = process.env.CHROMIUM_PATH;
  if (given) return fs.existsSync(given) ? given : null;
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const places = [...NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name))), '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', playwrightsOwn()];
  return places.find((place) => place && fs.existsSync(place)) ?? null;
}

/**
 * The same, installed if need be: Debian's package when we are root, else playwright's download.
 * @throws {Error} that says how to install one by hand
 */
export async function ensureChromium({ log = () => {} } = {}) {
  const found = findChromium();
  if (found) return found;
  const tried = [];
  if (process.getuid?.() === 0 && fs.existsSync('/usr/bin/apt-get')) {
    log('Installation de Chromium (paquet du système)…');
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    await runProgram('apt-get', ['update', '-qq'], { env });
    tried.push(await runProgram('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { env }));
    if (findChromium()) return findChromium();
  }
  log('Installation de Chromium (par playwright)…');
  tried.push(await runNpmBin('playwright', ['install', 'chromium']).catch((error) => ({ output: error.message })));
  const installed = findChromium();
  if (installed) return installed;
  const why = tried.map(({ output }) => output.trim().split('\n').at(-1)).join(' ; ');
  throw new Error(`Chromium manque et ne s’installe pas seul (${why}). À la main : « sudo apt-get install chromium », ou indiquez le vôtre dans CHROMIUM_PATH.`);
}

function playwrightsOwn() {
  try {
    const script = `import('@playwright/test').then(({ chromium }) => process.stdout.write(chromium.executablePath()))`;
    return execFileSync(process.execPath, ['--input-type=module', '-e', script], { cwd: inRoot(), encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    return null; // not installed yet
  }
}

/** What Chromium must not do on its own during tests; and its sandbox does not work as root. */
export const chromiumArguments = () => [
  '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run', '--no-default-browser-check',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
]; // prettier-ignore
