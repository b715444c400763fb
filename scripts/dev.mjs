import { spawn } from 'node:child_process';
import { loadEnv } from './local/env-file.mjs';
import { waitForAnswer } from './local/children.mjs';
import { nodeProblem } from './local/node-version.mjs';
import { readOptions } from './local/options.mjs';
import { inRoot, root } from './local/paths.mjs';
import { prepare } from './local/prepare.mjs';
import { endProcess } from './local/processes.mjs';
import { tellRunning } from './local/running.mjs';
import { stopInOrder } from './local/stop-in-order.mjs';
import { welcome } from './local/welcome.mjs';

const USAGE = `npm run dev -- [--port N] [--no-demo] [--reset] [--help]

  Comme npm start, mais à partir des sources : le site suit les fichiers, le journal s’affiche ici.`;
const SOURCES = { 'seed-network': 'prisma/seed/network.ts', 'seed-demo': 'prisma/seed/demo.ts' };

const problem = nodeProblem();
if (problem) {
  console.error(problem);
  process.exit(1);
}
const options = readOptions(USAGE, { port: { type: 'string' }, 'no-demo': { type: 'boolean' }, reset: { type: 'boolean' }, yes: { type: 'boolean' } });
loadEnv();

const log = (line) => console.log(`· ${line}`);
const { started, isStopping, stopAll } = stopInOrder();
try {
  const build = async () => (await import('./build.mjs')).generate({ log });
  const programOf = (name) => ['--import', 'tsx', inRoot(SOURCES[name])];
  const { database, env, port } = await prepare({ command: 'dev', options, nodeEnv: 'development', build, programOf, started, log });
  if (!isStopping()) {
    show(['--import', 'tsx', inRoot('node_modules', 'tsx', 'dist', 'cli.mjs'), 'watch', '--clear-screen=false', inRoot('app', 'jobs', 'worker.ts')], env);
    const web = show(['--import', 'tsx', inRoot('app', 'server', 'main.ts')], env);
    const answer = await waitForAnswer(`http://127.0.0.1:${port}/ready`, web);
    if (!answer.ok && !isStopping()) throw new Error(`Le site ne démarre pas : ${answer.why}`);
    tellRunning({ command: 'dev', url: env.APP_URL });
    await welcome({ env, database });
    const why = await web.exited;
    if (!isStopping()) throw new Error(`Le site s’est arrêté (${why}).`);
  }
} catch (error) {
  await stopAll(1, error.message);
}

// Its output comes here, and it stands apart from the terminal, so that Ctrl-C stops things in our order.
function show(args, env) {
  const child = spawn(process.execPath, args, { cwd: root, env, detached: true, stdio: ['ignore', 'inherit', 'inherit'] });
  let ended = null;
  const exited = new Promise((resolve) => child.once('exit', (code, signal) => resolve((ended = signal ?? `code ${code}`))));
  started.push({ stop: async () => void (ended === null && (await endProcess(child.pid))) });
  return { exited, ended: () => ended };
}
