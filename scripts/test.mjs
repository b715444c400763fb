import fs from 'node:fs';
import path from 'node:path';
import { nodeProblem } from './local/node-version.mjs';
import { installIfStale } from './local/install.mjs';
import { readOptions } from './local/options.mjs';
import { inRoot, inVar } from './local/paths.mjs';
import { spawnNpmBin } from './local/programs.mjs';
import { playwrightCount, summary, vitestCount, wholeCount } from './local/test-counts.mjs';

const STEPS = {
  types: () => wholeStep('tsc', ['--noEmit', '-p', '.', '--incremental', '--tsBuildInfoFile', inVar('test', 'types.tsbuildinfo')]),
  lint: () => wholeStep('eslint', ['.', '--max-warnings=0', '--cache', '--cache-location', inVar('test', 'eslint-cache')]),
  unit: () => vitestStep('unit', ['unit', 'screen']),
  integration: () => vitestStep('integration', ['integration']),
  relevance: () => (fs.existsSync(inRoot('tests', 'relevance')) ? vitestStep('relevance', ['relevance']) : null),
  e2e: () => playwrightStep(),
};
const USAGE = `npm test -- [--only=${Object.keys(STEPS).join('|')}] [-- arguments du lanceur]

  --only   une ou plusieurs étapes, séparées par des virgules
  après -- un filtre ou une option pour vitest et playwright, par exemple : npm test -- --only=unit -- app/domain`;

const log = (line) => console.log(`· ${line}`);
const problem = nodeProblem();
if (problem) {
  console.error(problem);
  process.exit(1);
}
const options = readOptions(USAGE, { only: { type: 'string' } }, { positionals: true });
const chosen = options.only ? options.only.split(',') : Object.keys(STEPS);
const unknown = chosen.filter((name) => !(name in STEPS));
if (unknown.length > 0) {
  console.error(`Étape inconnue : ${unknown.join(', ')}\n\n${USAGE}`);
  process.exit(2);
}

process.exitCode = await main();

async function main() {
  await installIfStale({ log });
  const { generate } = await import('./build.mjs');
  await generate({ log });
  fs.mkdirSync(inVar('test'), { recursive: true });
  const leave = chosen.some((name) => ['integration', 'relevance', 'e2e'].includes(name)) ? await enterCluster() : async () => {};
  const results = [];
  try {
    for (const name of Object.keys(STEPS).filter((step) => chosen.includes(step))) {
      const from = Date.now();
      const running = STEPS[name]();
      if (!running) continue;
      console.log(`\n━━ ${name}`);
      const count = await running.catch((error) => ({ passed: 0, failed: 1, note: error.message }));
      results.push({ name, seconds: (Date.now() - from) / 1000, ...count });
    }
  } finally {
    await leave();
  }
  const { text, failed } = summary(results);
  console.log(`\n${text}`);
  return failed ? 1 : 0;
}

async function enterCluster() {
  const { enterTestCluster } = await import('../tests/support/cluster.mjs');
  return enterTestCluster({ log });
}

async function wholeStep(name, args) {
  return wholeCount(await spawnNpmBin(name, args, { show: true }));
}

async function vitestStep(name, projects) {
  const report = reportOf(name);
  const selected = projects.flatMap((project) => ['--project', project]);
  const { code } = await spawnNpmBin('vitest', ['run', ...selected, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...options.positionals], { show: true });
  return vitestCount(readReport(report), code);
}

async function playwrightStep() {
  const { ensureChromium } = await import('./local/chromium.mjs');
  const env = { CHROMIUM_PATH: await ensureChromium({ log }), PLAYWRIGHT_JSON_OUTPUT_FILE: reportOf('e2e') };
  const { code } = await spawnNpmBin('playwright', ['test', '--reporter=list,json', ...options.positionals], { show: true, env });
  return playwrightCount(readReport(env.PLAYWRIGHT_JSON_OUTPUT_FILE), code);
}

function reportOf(name) {
  const file = inVar('test', `${name}.json`);
  fs.rmSync(file, { force: true }); // that of an earlier run must not be taken for ours
  fs.mkdirSync(path.dirname(file), { recursive: true });
  return file;
}

function readReport(file) {
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : null;
}
