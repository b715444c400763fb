import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { isMain } from './local/env-file.mjs';
import { readOptions } from './local/options.mjs';
import { inRoot, root } from './local/paths.mjs';
import { runNpmBin } from './local/programs.mjs';

/** The programs that Node runs directly, beside the site that Remix builds. */
const PROGRAMS = {
  main: 'app/server/main.ts',
  worker: 'app/jobs/worker.ts',
  'seed-network': 'prisma/seed/network.ts',
  'seed-demo': 'prisma/seed/demo.ts',
  import: 'scripts/import-file.ts',
  places: 'scripts/places-file.ts',
  geocode: 'scripts/geocode-addresses.ts',
  rome: 'scripts/rome-file.ts',
  'search-rebuild': 'scripts/rebuild-search.ts',
};
const INPUTS = ['app', 'emails', 'search', 'public', 'prisma/schema.prisma', 'prisma/seed', 'prisma.config.ts', 'scripts/build.mjs', 'scripts/local/esbuild.mjs', 'scripts/import-file.ts', 'scripts/places-file.ts', 'scripts/geocode-addresses.ts', 'scripts/rome-file.ts', 'scripts/rome-rows.ts', 'scripts/rebuild-search.ts',
  'vite.config.ts', 'remix.config.js', 'tsconfig.json', 'package.json', 'package-lock.json']; // prettier-ignore
const STAMP = inRoot('build', '.stamp');
const CLIENT_STAMP = inRoot('prisma', 'generated', '.stamp');

/** Writes Prisma's client to prisma/generated when the schema changed. Needs no network. */
export async function generate({ log = () => {} } = {}) {
  const wanted = hashOf(['prisma/schema.prisma', 'prisma.config.ts', 'node_modules/prisma/package.json']);
  if (read(CLIENT_STAMP) === wanted && fs.existsSync(inRoot('prisma', 'generated', 'client.ts'))) return;
  log('Préparation de l’accès aux données…');
  // `generate` downloads an engine that it does not use unless this names some program. Never set it for other commands
  // of Prisma: they would do nothing, silently.
  await runNpmBin('prisma', ['generate'], { env: { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1' } });
  fs.writeFileSync(CLIENT_STAMP, wanted);
}

/** Is `build/` made from the files as they are now? */
export const isBuilt = () => read(STAMP) === hashOf(INPUTS);

/**
 * Builds the site (build/client, build/server) and the programs (build/bin) when something changed.
 * @returns {Promise<boolean>} whether anything was built
 */
export async function build({ log = () => {}, force = false } = {}) {
  await generate({ log });
  const wanted = hashOf(INPUTS);
  if (!force && read(STAMP) === wanted) return false;
  fs.rmSync(STAMP, { force: true });
  log('Construction du site…');
  await runNpmBin('remix', ['vite:build'], { env: { NODE_ENV: 'production' } });
  log('Construction des programmes…');
  await bundlePrograms();
  fs.mkdirSync(path.dirname(STAMP), { recursive: true });
  fs.writeFileSync(STAMP, wanted);
  return true;
}

async function bundlePrograms() {
  fs.rmSync(inRoot('build', 'bin'), { recursive: true, force: true });
  const { bundle } = await import('./local/esbuild.mjs');
  await bundle(Object.fromEntries(Object.entries(PROGRAMS).filter(([, file]) => fs.existsSync(inRoot(file)))), 'build/bin');
}

// Tests are left out: changing one must not rebuild the site.
function hashOf(places) {
  const hash = createHash('sha256');
  for (const file of places.flatMap((place) => filesOf(inRoot(place)))) hash.update(`${path.relative(root, file)}\0`).update(fs.readFileSync(file)).update('\0');
  return hash.digest('hex');
}

function filesOf(place) {
  const stat = fs.statSync(place, { throwIfNoEntry: false });
  if (!stat) return [];
  if (!stat.isDirectory()) return /\.test\.tsx?$/.test(place) ? [] : [place];
  return fs.readdirSync(place).sort().flatMap((name) => filesOf(path.join(place, name)));
}

const read = (file) => (fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '');

if (isMain(import.meta)) {
  const { force = false } = readOptions(`npm run build -- [--force]

  Construit le site et les programmes, si quelque chose a changé ; avec --force, de toute façon.`, { force: { type: 'boolean' } });
  const from = Date.now();
  const done = await build({ log: console.log, force });
  console.log(done ? `Construit en ${Math.round((Date.now() - from) / 1000)} s.` : 'Rien n’a changé : rien à construire.');
}
