import type { Ctx } from '~/access/context';
import { Prisma } from '#prisma';
import { failureWords, jobWords } from './job-words';

export type JobState = 'parked' | 'retrying' | 'running' | 'waiting';
export type QueuedJob = { id: string; words: string; state: JobState; attempts: number; most: number; runAt: Date; since: Date; failure: ReturnType<typeof failureWords>; place: string | null };
export type PastJob = { id: string; words: string; attempt: number; endedAt: Date; seconds: number; place: string | null };

type QueuedRow = { id: string; task: string; event: string | null; state: JobState; attempts: number; most: number; runAt: Date; since: Date; error: string | null; place: string | null };

/** More would be a sign of something else than these pages can mend. */
const MOST = 100;

/** An agency sees its own jobs, the platform all of them. */
export const ofAgency = (ctx: Ctx) => (ctx.actor.missionLocaleId ? Prisma.sql`e.agency = ${ctx.actor.missionLocaleId}` : Prisma.sql`true`);

/** Every job with the agency it works for; a reaction's is its event's. A job parked is one that used up its tries. */
export const jobsWithAgency = Prisma.sql`(SELECT j.id, t.identifier AS task, j.attempts, j.max_attempts, j.run_at, j.created_at, j.locked_at, j.last_error, o.type AS event,
    coalesce(j.payload ->> 'missionLocaleId', o.mission_locale_id::text) AS agency
  FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
  LEFT JOIN outbox_event o ON t.identifier = 'react' AND o.id = (j.payload ->> 'eventId')::uuid)`;

/** The jobs of the agency that are not done: parked first, then those that failed and will be tried again, then the rest. */
export async function queuedJobs(ctx: Ctx): Promise<QueuedJob[]> {
  const rows = await ctx.beyondWalls('the queue of jobs has no walls: it is filtered by the agency here', (db) => db.$queryRaw<QueuedRow[]>`
    SELECT e.id::text, e.task, e.event, e.attempts::int, e.max_attempts::int AS most, e.run_at AS "runAt", e.created_at AS since, ml.name AS place,
      CASE WHEN e.locked_at IS NOT NULL THEN 'running' WHEN e.attempts >= e.max_attempts THEN 'parked' WHEN e.attempts > 0 THEN 'retrying' ELSE 'waiting' END AS state,
      CASE WHEN e.attempts > 0 THEN coalesce((SELECT r.error FROM job_run r WHERE r.job_id = e.id AND r.error IS NOT NULL ORDER BY r.started_at DESC LIMIT 1), e.last_error) END AS error
    FROM ${jobsWithAgency} e LEFT JOIN mission_locale ml ON ml.id::text = e.agency WHERE ${ofAgency(ctx)}
    ORDER BY array_position(ARRAY['parked', 'retrying', 'running', 'waiting'], CASE WHEN e.locked_at IS NOT NULL THEN 'running' WHEN e.attempts >= e.max_attempts THEN 'parked' WHEN e.attempts > 0 THEN 'retrying' ELSE 'waiting' END), e.run_at
    LIMIT ${MOST}`);
  return rows.map(({ task, event, error, ...row }) => ({ ...row, words: jobWords(task, event), failure: failureWords(error) }));
}

/** The last jobs that succeeded. */
export async function pastJobs(ctx: Ctx): Promise<PastJob[]> {
  const read = (db: Ctx['db']) => db.$queryRaw<(Omit<PastJob, 'words'> & { task: string })[]>`
    SELECT r.id, r.task, r.attempt, r.ended_at AS "endedAt", extract(epoch FROM r.ended_at - r.started_at)::float8 AS seconds, ml.name AS place
    FROM job_run r LEFT JOIN mission_locale ml ON ml.id = r.mission_locale_id
    WHERE r.state = 'done' AND ${ctx.actor.missionLocaleId ? Prisma.sql`r.mission_locale_id = ${ctx.actor.missionLocaleId}::uuid` : Prisma.sql`true`}
    ORDER BY r.started_at DESC LIMIT 30`;
  const rows = await (ctx.actor.missionLocaleId ? read(ctx.db) : ctx.beyondWalls('the platform follows the jobs of all agencies', read));
  return rows.map(({ task, ...row }) => ({ ...row, words: jobWords(task) }));
}

/** How many jobs of the agency used up their tries: what the home page warns of. */
export async function countParkedJobs(ctx: Ctx): Promise<number> {
  const [{ count }] = await ctx.beyondWalls('the queue of jobs has no walls: it is filtered by the agency here', (db) => db.$queryRaw<[{ count: number }]>`
    SELECT count(*)::int AS count FROM ${jobsWithAgency} e WHERE e.attempts >= e.max_attempts AND e.locked_at IS NULL AND ${ofAgency(ctx)}`);
  return count;
}
