import type { Ctx } from '~/access/context';
import { conflict } from '~/domain/errors';
import { jobsWithAgency, ofAgency } from './list-jobs.server';

/**
 * Runs again at once, with all its tries before it, a job that failed (parked, or waiting for its next try). Without an id: every
 * parked one of the agency. Returns how many; throws `conflict` when there is none (done meanwhile, or another agency's).
 */
export async function retryJobs(ctx: Ctx, { id }: { id?: string | null }): Promise<{ count: number }> {
  const chosen = id && /^\d{1,18}$/.test(id) ? id : null;
  const [{ count }] = await ctx.beyondWalls('a failed job of this agency is queued again', (db) => db.$queryRaw<[{ count: number }]>`
    SELECT count(*)::int AS count FROM graphile_worker.reschedule_jobs(
      ARRAY(SELECT e.id FROM ${jobsWithAgency} e WHERE ${ofAgency(ctx)} AND e.attempts > 0 AND e.locked_at IS NULL
        AND CASE WHEN ${Boolean(id)}::boolean THEN e.id = ${chosen}::bigint ELSE e.attempts >= e.max_attempts END),
      run_at := now(), attempts := 0)`);
  if (count === 0) throw conflict('Cette tâche n’attend plus : elle a été faite ou reprise entre-temps.');
  return { count };
}
