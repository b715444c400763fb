import { asSystem } from '~/server/db.server';

/** Ready to serve? Database, migrations, age of the oldest event that no job has taken up. For the balancer and `npm run doctor`. */
export async function loader() {
  try {
    const [state] = await asSystem('a probe asks how things are', (db) => db.$queryRaw<{ migration: string; outboxSeconds: number; parked: number }[]>`
      SELECT (SELECT max(migration_name) FROM _prisma_migrations WHERE finished_at IS NOT NULL) AS migration,
        coalesce(extract(epoch FROM now() - (SELECT min(created_at) FROM outbox_event WHERE handled_at IS NULL)), 0)::float8 AS "outboxSeconds",
        (SELECT count(*)::int FROM graphile_worker.jobs WHERE attempts >= max_attempts) AS parked`);
    const late = (state?.outboxSeconds ?? 0) > 300;
    return Response.json({ ready: true, ...state, outbox: late ? 'late' : 'ok' });
  } catch {
    return Response.json({ ready: false, database: 'unreachable' }, { status: 503 });
  }
}
