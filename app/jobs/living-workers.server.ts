import { EventEmitter } from 'node:events';
import type { WorkerEvents } from 'graphile-worker';
import pg from 'pg';
import { log, logError } from '~/server/log.server';

/** How often the living look for the dead; an interrupted import goes on after at most twice this. */
const ROUND_MS = 10_000;

/**
 * Gives the jobs of a worker that died (kill -9, a machine lost) back to the others within seconds; graphile-worker alone
 * waits four hours. Each living worker holds a lock by its name on a connection of its process: PostgreSQL lets go of it
 * when the process dies, whatever the way. Hand `events` to graphile-worker, then `start`.
 */
export function livingWorkers(connectionString: string) {
  const events = new EventEmitter() as WorkerEvents;
  const names = new Set<string>();
  let connection: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;

  events.on('worker:create', ({ worker }) => {
    names.add(worker.workerId);
    if (connection) void hold(connection, [worker.workerId]).catch(lost);
  });

  function lost(error: unknown) {
    logError(error, 'living workers');
    void connection?.end().catch(() => {});
    connection = undefined;
  }

  /** One round: says who lives here, and frees the jobs of those who live nowhere. Answers their names. */
  async function round(): Promise<string[]> {
    if (!connection) {
      const opening = new pg.Client({ connectionString, options: '-c role=maillage_system' });
      opening.on('error', lost);
      await opening.connect();
      await hold(opening, [...names]);
      connection = opening;
    }
    const dead = await deadAmong(connection, [...names]);
    if (dead.length > 0) {
      await connection.query('SELECT graphile_worker.force_unlock_workers($1::text[])', [dead]);
      log({ what: 'jobs of dead workers freed', workers: dead.length });
    }
    return dead;
  }

  const again = () => {
    timer = setTimeout(() => void round().catch(lost).finally(again), ROUND_MS);
    timer.unref();
  };
  return {
    events,
    round,
    async start() {
      await round().catch(lost);
      again();
    },
    async stop() {
      clearTimeout(timer);
      await connection?.end();
      connection = undefined;
    },
  };
}

const hold = (connection: pg.Client, names: string[]) => connection.query(`SELECT pg_advisory_lock(hashtextextended('worker ' || name, 0)) FROM unnest($1::text[]) AS name`, [names]);

/** A job just taken is left alone: its worker may not hold its lock yet. */
async function deadAmong(connection: pg.Client, ours: string[]): Promise<string[]> {
  const { rows } = await connection.query<{ name: string }>(
    `SELECT name FROM (SELECT DISTINCT locked_by AS name FROM graphile_worker._private_jobs WHERE locked_at < now() - interval '10 seconds' AND locked_by <> ALL ($1::text[])) AS holders
     WHERE pg_try_advisory_xact_lock(hashtextextended('worker ' || name, 0))`,
    [ours],
  );
  return rows.map(({ name }) => name);
}
