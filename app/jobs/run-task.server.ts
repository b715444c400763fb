import type { JobHelpers } from 'graphile-worker';
import { asSystem } from '~/server/db.server';
import { log, logError, withTrace } from '~/server/log.server';

/** What every job carries: whose it is, and the ids it needs. Never personal data. */
export type Payload = { missionLocaleId?: string | null; actorId?: string | null; eventId?: string } & Record<string, unknown>;

export type Task = {
  /** In words, for the page of administrators. */
  says: string;
  work: (payload: Payload, job: { id: string; attempt: number; isLastAttempt: boolean }) => Promise<void>;
  /** Kept out of the page: plumbing that succeeds all the time. Failures are always shown. */
  quiet?: boolean;
};

/** Runs a task for graphile-worker and keeps what became of it in job_run. A tenth failure parks it, to be seen and retried by a person. */
export const asTask = (name: string, task: Task) => async (payload: unknown, { job }: JobHelpers) => {
  const input = (payload ?? {}) as Payload;
  const attempt = job.attempts;
  const isLastAttempt = job.attempts >= job.max_attempts;
  const started = performance.now();
  const trace = { requestId: `job-${job.id}`, queries: 0, missionLocaleId: input.missionLocaleId };
  await withTrace(trace, async () => {
    try {
      await task.work(input, { id: job.id, attempt, isLastAttempt });
      if (!task.quiet || attempt > 1) await keep('done', null);
      log({ what: 'job', ...trace, task: name, attempt, outcome: 'done', ms: Math.round(performance.now() - started) });
    } catch (error) {
      const errorId = logError(error, `job ${name}`);
      const sentence = error instanceof Error ? error.message.split('\n')[0]!.slice(0, 300) : 'erreur inconnue';
      await keep(isLastAttempt ? 'parked' : 'retrying', `${sentence} (${errorId})`).catch(() => {});
      log({ what: 'job', ...trace, task: name, attempt, outcome: isLastAttempt ? 'parked' : 'retrying', ms: Math.round(performance.now() - started) });
      throw error;
    }
  });

  function keep(state: 'done' | 'retrying' | 'parked', error: string | null) {
    return asSystem('a job tells what became of it', (db) =>
      db.jobRun.createMany({
        data: [{ jobId: BigInt(job.id), task: name, state, attempt, error, missionLocaleId: input.missionLocaleId ?? null, startedAt: new Date(Date.now() - (performance.now() - started)), endedAt: new Date() }],
      }),
    );
  }
};
