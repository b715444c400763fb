import { Logger, run, type Runner } from 'graphile-worker';
import { afterAll, describe, expect, test } from 'vitest';
import { asTask } from '~/jobs/run-task.server';
import { react } from '~/jobs/react.server';
import { asSystem } from '~/server/db.server';
import { missionLocale } from '../../support/agencies';
import { onServer, useDatabase } from '../../support/database';

const database = useDatabase();
let runner: Runner | undefined;
afterAll(() => runner?.stop());

const jobs = (task: string) =>
  onServer<{ id: string; payload: { batchId?: string }; attempts: number }>(database.adminUrl(),
    `SELECT j.id::text, j.payload, j.attempts FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id WHERE t.identifier = $1`, [task]); // prettier-ignore

describe('the outbox', () => {
  test('an event that was rolled back leaves neither event nor job', async () => {
    const ml = await missionLocale();
    await expect(
      ml.as('officer').run(async (ctx) => {
        await ctx.emit('import.applied', { batchId: crypto.randomUUID() });
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow('changed my mind');
    expect(await asSystem('a test looks', (db) => db.outboxEvent.count())).toBe(0);
    expect(await jobs('react')).toEqual([]);
  });

  test('a kept event queues its reaction; reacting twice queues what follows once', async () => {
    const ml = await missionLocale();
    const batchId = crypto.randomUUID();
    await ml.as('officer').run((ctx) => ctx.emit('import.requested', { batchId, step: 'read' }));
    const [event] = await asSystem('a test looks', (db) => db.outboxEvent.findMany({ where: { type: 'import.requested' } }));
    expect(event).toMatchObject({ missionLocaleId: ml.id, handledAt: null });
    await react({ eventId: event!.id });
    await react({ eventId: event!.id });
    const queued = await jobs('import:step');
    expect(queued.map(({ payload }) => payload)).toMatchObject([{ batchId, missionLocaleId: ml.id }]);
  });

  test('another agency cannot write an event in our name', async () => {
    const [ours, theirs] = [await missionLocale(), await missionLocale()];
    const forged = theirs.as('officer').run((ctx) => ctx.db.outboxEvent.createMany({ data: [{ type: 'import.applied', payload: {}, missionLocaleId: ours.id }] }));
    await expect(forged).rejects.toThrow(/row-level security/);
  });
});

describe('a job', () => {
  test('that fails is tried again, and at the tenth failure is parked and still there', async () => {
    const ml = await missionLocale();
    let tries = 0;
    const failing = { says: 'Échec', work: async () => { tries += 1; throw new Error('the far server is down\nwith a second line'); } }; // prettier-ignore
    runner = await run({ connectionString: database.adminUrl(), taskList: { failing: asTask('failing', failing) }, noHandleSignals: true, pollInterval: 100, logger: new Logger(() => () => {}) });
    await onServer(database.adminUrl(), `SELECT graphile_worker.add_job('failing', $1::json, max_attempts := 10)`, [JSON.stringify({ missionLocaleId: ml.id })]);
    for (let waited = 0; tries < 10 && waited < 200; waited += 1) {
      // Its next try is minutes away by then: brought forward.
      await onServer(database.adminUrl(), `UPDATE graphile_worker._private_jobs SET run_at = now() WHERE locked_at IS NULL`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    await expect.poll(() => asSystem('a test looks', (db) => db.jobRun.count({ where: { task: 'failing' } }))).toBe(10);
    const runs = await ml.as('admin').run((ctx) => ctx.db.jobRun.findMany({ where: { task: 'failing' }, orderBy: { attempt: 'asc' } }));
    expect(runs.map(({ state }) => state)).toEqual([...Array<string>(9).fill('retrying'), 'parked']);
    expect(runs[9]!.error).toMatch(/^the far server is down \(/);
    expect(await jobs('failing')).toMatchObject([{ attempts: 10 }]);
    expect(await (await missionLocale()).as('admin').run((ctx) => ctx.db.jobRun.count())).toBe(0);
  });
});
