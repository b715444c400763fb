import { expect, test } from 'vitest';
import type { Ctx } from '~/access/context';
import { countParkedJobs, pastJobs, queuedJobs } from '~/domain/job/list-jobs.server';
import { retryJobs } from '~/domain/job/retry-jobs.server';
import { asSystem } from '~/server/db.server';
import { acting, member, missionLocale } from '../../support/agencies';
import { onServer, useDatabase } from '../../support/database';

const { adminUrl } = useDatabase();
const emit = (ctx: Ctx) => ctx.emit('partner.added', { partnershipId: crypto.randomUUID() });

/** A job of the agency that used up its tries, as graphile-worker leaves it. */
async function parkedJob(missionLocaleId: string) {
  return asSystem('a test makes a job that failed ten times', async (db) => {
    const [job] = await db.$queryRaw<[{ id: bigint }]>`SELECT id FROM graphile_worker.add_job('mail:send', json_build_object('missionLocaleId', ${missionLocaleId}::text), max_attempts := 10)`;
    await db.$executeRaw`UPDATE graphile_worker._private_jobs SET attempts = 10, last_error = 'boom' WHERE id = ${job.id}`;
    await db.jobRun.create({ data: { jobId: job.id, task: 'mail:send', state: 'parked', attempt: 10, missionLocaleId, error: 'Le serveur ne répond pas (ab12cd34)', endedAt: new Date() } });
    return String(job.id);
  });
}

test('an administrator sees what waits for their agency, and nothing of another', async () => {
  const [ml, other] = [await missionLocale(), await missionLocale()];
  await ml.as('officer').run(emit);
  await other.as('officer').run(emit);
  expect(await ml.as('admin').run(queuedJobs)).toEqual([expect.objectContaining({ words: 'Suites d’un évènement : un partenaire ajouté', state: 'waiting', attempts: 0, failure: null, place: ml.name })]);
});

test('a job that failed ten times is parked: shown with its reason, counted, and run again on demand', async () => {
  const ml = await missionLocale();
  const id = await parkedJob(ml.id);
  expect(await ml.as('admin').run(queuedJobs)).toEqual([expect.objectContaining({ id, state: 'parked', attempts: 10, most: 10, failure: { sentence: 'Le serveur ne répond pas', errorId: 'ab12cd34' } })]);
  expect(await ml.as('admin').run(countParkedJobs)).toBe(1);
  expect(await ml.as('admin').do(retryJobs, { id })).toEqual({ count: 1 });
  expect(await ml.as('admin').run(countParkedJobs)).toBe(0);
  expect(await ml.as('admin').run(queuedJobs)).toEqual([expect.objectContaining({ id, state: 'waiting', attempts: 0 })]);
  await expect(ml.as('admin').do(retryJobs, { id })).rejects.toThrow('n’attend plus');
});

test('all the parked jobs of the agency at once, and never those of another', async () => {
  const [ml, other] = [await missionLocale(), await missionLocale()];
  await parkedJob(ml.id);
  await parkedJob(ml.id);
  const theirs = await parkedJob(other.id);
  await expect(ml.as('admin').do(retryJobs, { id: theirs })).rejects.toThrow('n’attend plus');
  await expect(ml.as('admin').do(retryJobs, { id: "1' OR true" })).rejects.toThrow('n’attend plus');
  expect(await ml.as('admin').do(retryJobs, {})).toEqual({ count: 2 });
  expect(await other.as('admin').run(countParkedJobs)).toBe(1);
});

test('what was done is told, the platform follows all agencies', async () => {
  const [ml, other] = [await missionLocale(), await missionLocale()];
  for (const agency of [ml, other]) {
    await asSystem('a test tells of a job done', (db) => db.jobRun.create({ data: { jobId: 1n, task: 'import:step', state: 'done', attempt: 1, missionLocaleId: agency.id, startedAt: new Date(Date.now() - 2000), endedAt: new Date() } }));
  }
  expect(await ml.as('admin').run(pastJobs)).toEqual([expect.objectContaining({ words: 'Import d’un fichier', place: ml.name })]);
  const platform = acting(() => member({ role: 'platformAdmin', placeName: 'Plateforme' }));
  expect((await platform.run(pastJobs)).map(({ place }) => place)).toEqual(expect.arrayContaining([ml.name, other.name]));
  expect((await platform.run(queuedJobs)).length).toBeGreaterThan(1);
});

test('after the step over the walls, the walls are back', async () => {
  const ml = await missionLocale();
  await ml.as('admin').run(async (ctx) => {
    await queuedJobs(ctx);
    expect(await ctx.db.$queryRaw`SELECT current_user::text AS role`).toEqual([{ role: 'maillage_tenant' }]);
  });
  expect(await onServer(adminUrl(), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});
