import type { LoaderFunctionArgs } from '@remix-run/node';
import { stateOfSearch } from '~/domain/search/state-of-search.server';
import { asSystem } from '~/server/db.server';
import { engineAnswers } from '~/server/engine-answers.server';
import { holdsToken } from '~/server/holds-token.server';

/**
 * Ready to serve? To anybody, for the balancer: one word a part. To who holds METRICS_TOKEN also the last migration, the age of the oldest event
 * that no job has taken up, the jobs that are parked, and how the search is (`SearchState`): they say to an attacker what version runs and what fails.
 */
export async function loader({ request }: LoaderFunctionArgs) {
  try {
    const answers = await engineAnswers();
    const { search, ...state } = await asSystem('a probe asks how things are', async (db) => {
      const [state] = await db.$queryRaw<{ migration: string; outboxSeconds: number; parked: number }[]>`
      SELECT (SELECT max(migration_name) FROM _prisma_migrations WHERE finished_at IS NOT NULL) AS migration,
        coalesce(extract(epoch FROM now() - (SELECT min(created_at) FROM outbox_event WHERE handled_at IS NULL)), 0)::float8 AS "outboxSeconds",
        (SELECT count(*)::int FROM graphile_worker.jobs WHERE attempts >= max_attempts) AS parked`;
      return { ...state!, search: answers === null ? { engine: 'postgres' } : { engine: 'meilisearch', ...(await stateOfSearch(db, { answers })) } };
    });
    // A search that is late or down does not take the site out of service: PostgreSQL answers.
    const outbox = state.outboxSeconds > 300 ? 'late' : 'ok';
    if (holdsToken(request)) return Response.json({ ready: true, database: 'ok', ...state, outbox, search });
    return Response.json({ ready: true, database: 'ok', outbox, search: 'state' in search ? search.state : 'ok' });
  } catch {
    return Response.json({ ready: false, database: 'unreachable' }, { status: 503 });
  }
}
