import { setTimeout as wait } from 'node:timers/promises';

const TRIES = 5;

/**
 * Looks after what runs: a site that dies stops everything and says why; the worker and PostgreSQL are started again.
 */
export function watch({ web, worker, database, log, isStopping, stopAll, restartWorker }) {
  void web.exited.then((why) => {
    if (!isStopping()) void stopAll(1, `Le site s’est arrêté (${why}).\n${web.lastLines()}\nTout le journal : ${web.logFile}`);
  });
  void watchWorker(worker, { log, isStopping, restartWorker });
  void watchDatabase(database, { log, isStopping, stopAll });
}

async function watchWorker(worker, { log, isStopping, restartWorker }) {
  for (let tries = 1; ; tries++) {
    const why = await worker.exited;
    if (isStopping()) return;
    if (tries > TRIES) return log(`Les tâches de fond ne tiennent pas (${why}) : mails et imports attendent. Voyez ${worker.logFile}`);
    log(`Les tâches de fond se sont arrêtées (${why}) : elles repartent.`);
    await wait(1_000 * tries);
    if (isStopping()) return;
    worker = restartWorker();
  }
}

async function watchDatabase(database, { log, isStopping, stopAll }) {
  for (; !isStopping(); await wait(1_000)) {
    if (database.alive() || isStopping()) continue;
    log('La base de données s’est arrêtée : elle repart.');
    try {
      await database.restart();
    } catch (error) {
      return stopAll(1, error.message);
    }
  }
}
