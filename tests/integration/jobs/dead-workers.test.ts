import { expect, test } from 'vitest';
import { livingWorkers } from '~/jobs/living-workers.server';
import { onServer, useDatabase } from '../../support/database';

const database = useDatabase();

test('les tâches d’un serveur mort sont rendues aux autres, celles des vivants leur restent', async () => {
  const [living, other] = [livingWorkers(process.env.DATABASE_URL!), livingWorkers(process.env.DATABASE_URL!)];
  // What graphile-worker says when it starts a worker.
  for (const [workers, workerId] of [[living, 'worker-vivant'], [other, 'worker-voisin']] as const) workers.events.emit('worker:create', { worker: { workerId } } as never);
  await living.round();
  await other.round();
  for (const name of ['worker-vivant', 'worker-voisin', 'worker-mort']) await lockedJob(name, '1 minute');
  await lockedJob('worker-tout-neuf', '1 second');

  expect(await living.round()).toEqual(['worker-mort']);
  expect(await holders()).toEqual(['worker-tout-neuf', 'worker-vivant', 'worker-voisin', null]);

  // The neighbour dies: its connection goes with it.
  await other.stop();
  expect(await living.round()).toEqual(['worker-voisin']);
  await living.stop();
});

async function lockedJob(name: string, since: string) {
  const [job] = await onServer<{ id: string }>(database.adminUrl(), `SELECT id FROM graphile_worker.add_job('essai', '{}'::json)`);
  await onServer(database.adminUrl(), 'UPDATE graphile_worker._private_jobs SET locked_by = $1, locked_at = now() - $2::interval WHERE id = $3', [name, since, job!.id]);
}
const holders = async () =>
  (await onServer<{ locked_by: string | null }>(database.adminUrl(), `SELECT locked_by FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id WHERE t.identifier = 'essai' ORDER BY locked_by NULLS LAST`)).map((row) => row.locked_by);
