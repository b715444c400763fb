import { expect, test } from 'vitest';
import { discoveryOf, everyStep } from '~/domain/discovery/discovery.queries.server';
import { putStepsAway, readNews, showStepsAgain } from '~/domain/discovery/keep-discovery.server';
import { addExchange } from '~/domain/exchange/add-exchange.server';
import { addExchangeSchema } from '~/domain/exchange/exchange.schema';
import { arrangeHome } from '~/domain/home/arrange-home.server';
import { addPartner } from '~/domain/partner/add-partner.server';
import { addTask } from '~/domain/task/add-task.server';
import { parisDay } from '~/domain/text/paris-day';
import { withTrace } from '~/server/log.server';
import type { Ctx } from '~/access/context';
import { may, roles, type Role } from '~/access/permissions';
import { stepsOf } from '~/domain/discovery/steps';
import { pathOfPlace } from '~/routes/staff/discovery/path-of-place';
import { doorOf } from '~/server/http.server';
import { everyRoute } from '../../support/doors';
import { missionLocale, regionalReader } from '../../support/agencies';
import { useDatabase } from '../../support/database';

useDatabase();

/** As the next request finds them: the preferences are read again with the session. */
const reread = <T>(work: (ctx: Ctx) => Promise<T>) => async (ctx: Ctx) => {
  const { preferences } = await ctx.db.user.findUniqueOrThrow({ where: { id: ctx.actor.userId } });
  return work({ ...ctx, actor: { ...ctx.actor, preferences: preferences as Record<string, unknown> } });
};
const done = (steps: readonly { key: string; done: boolean | null }[] | null) => (steps ?? []).filter((step) => step.done).map(({ key }) => key);

test('each first step ticks itself by what the person did, not by what colleagues did; once all are done they leave', async () => {
  const ml = await missionLocale();
  const officer = ml.as('officer');
  const { partnershipId } = await ml.as('counsellor').do(addPartner, { name: 'Garage du Pic', kindCode: 'entreprise' });
  const call = addExchangeSchema.parse({ kind: 'call', body: 'Accueil en mars' });
  await ml.as('counsellor').do(addExchange, { ...call, partnershipId });
  expect(done((await officer.run(discoveryOf)).steps)).toEqual([]);
  await officer.do(addExchange, { ...call, partnershipId });
  await officer.do(addTask, { partnershipId: null, title: 'Rappeler', dueOn: parisDay(new Date()) });
  expect(done((await officer.run(discoveryOf)).steps)).toEqual(['exchange', 'task']);
  await officer.do(arrangeHome, { block: 'quiet', verb: 'hide' });
  await officer.run((ctx) => ctx.db.savedList.create({ data: { name: 'Scieries', isShared: false } }));
  await officer.run((ctx) => ctx.db.partnership.update({ where: { missionLocaleId_id: { missionLocaleId: ml.id, id: partnershipId } }, data: { officerId: ctx.actor.userId } }));
  const { steps, news } = await officer.run(reread(discoveryOf));
  expect(steps).toBeNull();
  expect(news.length).toBeGreaterThan(0);
  expect(done(await officer.run(reread(everyStep)))).toHaveLength(5);
});

test('put away they stay away without a query, come back when asked, and news are read once', async () => {
  const ml = await missionLocale();
  const manager = ml.as('manager');
  await manager.run(putStepsAway);
  const queriesOf = async <T>(work: (ctx: Ctx) => Promise<T>) => {
    const trace = { requestId: 'test', queries: 0 };
    return { found: await withTrace(trace, () => manager.run(work)), queries: trace.queries };
  };
  const actor = { ...(await manager.actor()), preferences: { discovery: { stepsHidden: true, newsReadOn: '2000-01-01' } } };
  const { found, queries } = await queriesOf((ctx) => discoveryOf({ ...ctx, actor }));
  expect(found).toMatchObject({ steps: null, news: { length: 3 } });
  expect(queries).toBe((await queriesOf(() => Promise.resolve())).queries);
  expect(await manager.run(reread(discoveryOf))).toEqual({ steps: null, news: [] });
  await manager.run(showStepsAgain);
  expect((await manager.run(reread(discoveryOf))).steps).toHaveLength(4);
  await manager.run(readNews);
  expect(await manager.run(reread((ctx) => Promise.resolve(ctx.actor.preferences)))).toMatchObject({ discovery: { stepsHidden: false, newsReadOn: parisDay(new Date()) } });
});

test('a regional reader is shown where to look; an administrator what the agency still lacks', async () => {
  expect((await regionalReader('53').run(discoveryOf)).steps?.map(({ done: ticked }) => ticked)).toEqual([null, null, null, null]);
  const ml = await missionLocale();
  expect(done((await ml.as('admin').run(discoveryOf)).steps)).toEqual([]);
  await ml.person('officer');
  expect(done((await ml.as('admin').run(discoveryOf)).steps)).toEqual(['people']);
});

test('each role has its own first steps, and each leads to a page that it may open', async () => {
  const routes = await everyRoute();
  const shut = (Object.keys(roles) as Role[]).flatMap((role) => stepsOf(role).flatMap(({ key, to }) => {
    const doors = routes.filter(({ address }) => address === pathOfPlace(to).split('?')[0]).flatMap(({ module }) => doorOf(module.loader) ?? []);
    return doors.some((door) => door !== 'public' && may(role, door)) ? [] : [`${role}: ${key}`];
  }));
  expect(shut).toEqual([]);
  const own = (['officer', 'counsellor', 'manager', 'admin', 'regional'] as const).map((role) => stepsOf(role).map(({ title }) => title).join());
  expect(new Set(own).size).toBe(5);
});
