import { startChild, waitForAnswer } from './local/children.mjs';
import { loadEnv } from './local/env-file.mjs';
import { nodeFlags } from './local/node-flags.mjs';
import { nodeProblem } from './local/node-version.mjs';
import { readOptions } from './local/options.mjs';
import { inRoot } from './local/paths.mjs';
import { prepare } from './local/prepare.mjs';
import { tellRunning } from './local/running.mjs';
import { stopInOrder } from './local/stop-in-order.mjs';
import { watch } from './local/watch.mjs';
import { welcome } from './local/welcome.mjs';

// Only Node's own modules above, and files that do likewise: the dependencies may not be there yet.

const USAGE = `npm start -- [options]

  --port N     port du site (3000 sinon ; le suivant s’il est pris)
  --no-demo    sans la démonstration
  --reset      efface la base embarquée, les mails et les fichiers, puis recommence
  --yes        avec --reset : accepte de vider la base de DATABASE_URL
  --help       cette aide`;

const problem = nodeProblem();
if (problem) {
  console.error(problem);
  process.exit(1);
}
const options = readOptions(USAGE, { port: { type: 'string' }, 'no-demo': { type: 'boolean' }, reset: { type: 'boolean' }, yes: { type: 'boolean' } });
loadEnv();

const log = (line) => console.log(`· ${line}`);
const { started, isStopping, stopAll } = stopInOrder();
const built = (name) => inRoot('build', 'bin', `${name}.js`);
try {
  await start();
} catch (error) {
  await stopAll(1, error.message);
}

async function start() {
  const build = async () => (await import('./build.mjs')).build({ log });
  const { database, env, port } = await prepare({ command: 'start', options, nodeEnv: 'production', build, programOf: (name) => [built(name)], started, log });
  if (isStopping()) return;
  const run = (name, program) => {
    const child = startChild({ name, args: [...nodeFlags, built(program)], env });
    started.push(child);
    return child;
  };
  const worker = run('worker', 'worker');
  const web = run('web', 'main');
  const answer = await waitForAnswer(`http://127.0.0.1:${port}/ready`, web);
  if (isStopping()) return;
  if (!answer.ok) throw new Error(`Le site ne démarre pas : ${answer.why}\n${web.lastLines()}\nTout le journal : ${web.logFile}`);
  tellRunning({ command: 'start', url: env.APP_URL });
  await welcome({ env, database });
  watch({ web, worker, database, log, isStopping, stopAll, restartWorker: () => run('worker', 'worker') });
}
