import { nodeProblem } from './local/node-version.mjs';
import { endOrphan, startChild, waitForAnswer } from './local/children.mjs';
import { loadEnv } from './local/env-file.mjs';
import { installIfStale } from './local/install.mjs';
import { installationEnv, openDatabase } from './local/installation.mjs';
import { readOptions, readPort } from './local/options.mjs';
import { inRoot } from './local/paths.mjs';
import { freePortFrom } from './local/ports.mjs';
import { reset } from './local/reset.mjs';
import { claimCheckout, endRunning, releaseCheckout, tellRunning } from './local/running.mjs';
import { demoAccounts, seedDemo, seedNetwork } from './local/seeds.mjs';
import { watch } from './local/watch.mjs';

const USAGE = `npm start -- [options]

  --port N     port du site (3000 sinon ; le suivant s’il est pris)
  --no-demo    sans la démonstration
  --reset      efface la base embarquée, les mails et les fichiers, puis recommence
  --yes        avec --reset : accepte de vider la base de DATABASE_URL
  --help       cette aide`;

const log = (line) => console.log(`· ${line}`);
process.stdout.on('error', () => {}); // the terminal was closed: what runs must still stop in order

const problem = nodeProblem();
if (problem) fail(problem);
const options = readOptions(USAGE, { port: { type: 'string' }, 'no-demo': { type: 'boolean' }, reset: { type: 'boolean' }, yes: { type: 'boolean' } });
loadEnv();

const started = []; // what to stop, last first
let stopping = null;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void stopAll(0));

try {
  await start();
} catch (error) {
  if (!stopping) {
    console.error(`\n${error.message}`);
    await stopAll(1);
  }
}

async function start() {
  const wanted = readPort(options.port ?? (process.env.PORT || '3000'));
  const other = await claimCheckout('start');
  if (other && !options.reset) {
    console.log(`Maillage tourne déjà : ${other.url ?? 'il est en train de démarrer'}`);
    process.exit(0);
  }
  if (other) {
    await endRunning(other);
    await claimCheckout('start');
  }
  started.push({ stop: async () => releaseCheckout() });
  const orphans = [await endOrphan('web'), await endOrphan('worker')];
  if (orphans.includes(true)) log('Un ancien Maillage tournait encore : il est arrêté.');

  await installIfStale({ log });
  if (options.reset) await reset({ sure: options.yes, log });
  const database = await openDatabase({ log });
  started.push(database);
  const { build } = await import('./build.mjs');
  await build({ log });
  const { migrate } = await import('./migrate.mjs');
  await migrate({ ...database, log });

  const port = await freePortFrom(wanted);
  if (port !== wanted) log(`Le port ${wanted} est pris : Maillage prend le ${port}.`);
  const env = installationEnv({ database, port });
  await seedNetwork({ env, database, log });
  if (!options['no-demo']) await seedDemo({ env, database, log });

  if (stopping) return;
  const run = (name, program) => {
    const child = startChild({ name, args: [inRoot('build', 'bin', program)], env });
    started.push(child);
    return child;
  };
  const worker = run('worker', 'worker.js');
  const web = run('web', 'main.js');
  const answer = await waitForAnswer(`http://127.0.0.1:${port}/ready`, web);
  if (stopping) return;
  if (!answer.ok) throw new Error(`Le site ne démarre pas : ${answer.why}\n${web.lastLines()}\nTout le journal : ${web.logFile}`);
  tellRunning({ command: 'start', url: env.APP_URL });
  await welcome(env, database);
  watch({ web, worker, database, log, isStopping: () => stopping !== null, stopAll, restartWorker: () => run('worker', 'worker.js') });
}

async function welcome(env, database) {
  const accounts = await demoAccounts(database);
  console.log(`\n  Maillage est prêt : ${env.APP_URL}\n`);
  if (accounts.length > 0) {
    const width = Math.max(...accounts.map(({ email }) => email.length));
    console.log('  Comptes de démonstration :');
    for (const { email, password, role, name } of accounts) console.log(`    ${email.padEnd(width)}  ${password}  ${[name, role].filter(Boolean).join(', ')}`);
    console.log('');
  }
  if (env.MAIL !== 'smtp') console.log(`  Boîte aux lettres :  ${env.APP_URL}/dev/mail (et ${env.MAIL_DIR})`);
  console.log('  Pour arrêter : Ctrl-C\n');
}

async function stopAll(code, message) {
  if (message) console.error(`\n${message}`);
  if (stopping) {
    // npm repeats the terminal's Ctrl-C: only one that comes later means « now ».
    if (code === 0 && Date.now() - stopping > 2_000) process.exit(130);
    return;
  }
  stopping = Date.now();
  if (code === 0) console.log('\nArrêt en cours…');
  for (const one of started.reverse()) await one.stop().catch((error) => console.error(error.message));
  process.exit(code);
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
