import { Logger, run } from 'graphile-worker';
import pg from 'pg';
import { env } from '~/server/env.server';
import { log, logError } from '~/server/log.server';
import { keepSearchFed } from './keep-search-fed.server';
import { livingWorkers } from './living-workers.server';
import { asTask } from './run-task.server';
import { crontab, tasks } from './tasks.server';

/** The worker process: `node build/bin/worker.js`. Several may run; each job is done by one. */
const pool = new pg.Pool({
  connectionString: env().DATABASE_URL,
  max: env().JOB_CONCURRENCY + 2,
  // graphile-worker's own statements run as the system; the work itself opens its own transactions (asActor, asSystem).
  options: '-c role=maillage_system',
});
pool.on('error', (error) => logError(error, 'worker pool'));
// A connection lost while a job holds it: the job fails and is tried again, the process lives on.
pool.on('connect', (client) => client.on('error', (error) => logError(error, 'worker connection')));

const living = livingWorkers(env().DATABASE_URL);
const runner = await run({
  events: living.events,
  pgPool: pool,
  concurrency: env().JOB_CONCURRENCY,
  pollInterval: 1000,
  noHandleSignals: true,
  taskList: Object.fromEntries(Object.entries(tasks).map(([name, task]) => [name, asTask(name, task)])),
  crontab,
  logger: new Logger(() => (level, message) => void (level === 'error' && log({ what: 'worker', level, message }))),
});
await living.start();
const feeding = await keepSearchFed();
log({ what: 'working', concurrency: env().JOB_CONCURRENCY });

let stopping = false;
/** Jobs under way end; what waits is taken up by the next worker. */
async function stop(signal: string) {
  if (stopping) return;
  stopping = true;
  log({ what: 'stopping', signal });
  await runner.stop().catch((error: unknown) => logError(error, 'worker stop'));
  await feeding.stop().catch((error: unknown) => logError(error, 'search feed stop'));
  await living.stop();
  process.exit(0);
}
process.once('SIGTERM', (signal) => void stop(signal));
process.once('SIGINT', (signal) => void stop(signal));
await runner.promise;
