import { endOrphan } from './children.mjs';
import { installIfStale } from './install.mjs';
import { installationEnv, openDatabase } from './installation.mjs';
import { readPort } from './options.mjs';
import { freePortFrom } from './ports.mjs';
import { reset } from './reset.mjs';
import { claimCheckout, endRunning, releaseCheckout } from './running.mjs';
import { seedDemo, seedNetwork } from './seeds.mjs';

/**
 * All that comes before serving, for `npm start` and `npm run dev` alike: dependencies, database, build, migrations,
 * data, port. What must be stopped later is pushed to `started`, in order.
 * Leaves with 0 when this checkout is already served.
 *
 * @param {object} what
 * @param {'start' | 'dev'} what.command
 * @param {(log: (line: string) => void) => Promise<unknown>} what.build
 * @param {(name: 'seed-network' | 'seed-demo') => string[]} what.programOf arguments of Node that run a seed
 */
export async function prepare({ command, options, nodeEnv, build, programOf, started, log }) {
  const wanted = readPort(options.port ?? (process.env.PORT || '3000'));
  await takeCheckout(command, options);
  started.push({ stop: async () => releaseCheckout() });
  const orphans = [await endOrphan('web'), await endOrphan('worker')];
  if (orphans.includes(true)) log('Un ancien Maillage tournait encore : il est arrêté.');

  await installIfStale({ log });
  if (options.reset) await reset({ sure: options.yes, log });
  const database = await openDatabase({ log });
  started.push(database);
  await build(log);
  const { migrate } = await import('../migrate.mjs');
  await migrate({ ...database, log });

  const port = await freePortFrom(wanted);
  if (port !== wanted) log(`Le port ${wanted} est pris : Maillage prend le ${port}.`);
  const env = installationEnv({ database, port, nodeEnv });
  await seedNetwork({ env, database, programOf, log });
  if (!options['no-demo']) await seedDemo({ env, database, programOf, log });
  return { database, env, port };
}

async function takeCheckout(command, { reset: replace }) {
  const other = await claimCheckout(command);
  if (!other) return;
  if (!replace) {
    console.log(`Maillage tourne déjà : ${other.url ?? 'il est en train de démarrer'}`);
    process.exit(0);
  }
  await endRunning(other);
  await claimCheckout(command);
}
