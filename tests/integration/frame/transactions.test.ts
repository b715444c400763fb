import type { ActionFunctionArgs } from '@remix-run/node';
import { describe, expect, test } from 'vitest';
import type { Actor } from '~/access/actor';
import type { Ctx } from '~/access/context';
import { z } from '~/domain/zod';
import { asActor } from '~/server/db.server';
import { command } from '~/server/http.server';
import { missionLocale } from '../../support/agencies';
import { useDatabase } from '../../support/database';

useDatabase();

describe('a transaction as somebody', () => {
  test('steps over the walls for a named reason, then is behind them again', async () => {
    const [ours, theirs] = [await missionLocale(), await missionLocale()];
    await theirs.as('officer').run((ctx) => ctx.db.site.create({ data: { name: 'Leur antenne' } }));
    const seen = await ours.as('officer').run(async (ctx) => ({
      before: await ctx.db.site.count(),
      beyond: await ctx.beyondWalls('a test counts all sites', (db) => db.site.count()),
      after: await ctx.db.site.count(),
    }));
    expect(seen).toEqual({ before: 0, beyond: 1, after: 0 });
  });

  test('keeps nothing when it fails, whatever was done before', async () => {
    const ml = await missionLocale();
    await expect(ml.as('officer').run(async (ctx) => { await ctx.db.site.create({ data: { name: 'Perdue' } }); throw new Error('no'); })).rejects.toThrow('no'); // prettier-ignore
    expect(await ml.as('officer').run((ctx) => ctx.db.site.count())).toBe(0);
  });

  test('leaves no setting on the connection for the next person', async () => {
    const ml = await missionLocale();
    await ml.as('officer').run((ctx) => ctx.db.site.create({ data: { name: 'Antenne' } }));
    const nobody: Actor = { ...(await ml.person('officer')), missionLocaleId: null, regionCode: null, organisationId: null };
    const counts = await Promise.all(Array.from({ length: 20 }, () => asActor(nobody, 'x', (ctx) => ctx.db.site.count())));
    expect(counts).toEqual(Array<number>(20).fill(0));
  });
});

test('two people who wait for each other: one goes on, the other is told, with what was typed', async () => {
  const ml = await missionLocale();
  const site = (name: string) => ml.as('officer').run(async ({ db }) => (await db.site.create({ data: { name } })).id);
  const [one, other] = [await site('Une'), await site('Autre')];
  const rename = (ctx: Ctx, id: string, name: string) => ctx.db.site.updateMany({ where: { id }, data: { name: `${name} ${id}` } });
  let holding = 0;
  const bothHold = async () => {
    holding += 1;
    while (holding < 2) await new Promise((again) => setTimeout(again, 5));
  };
  const send = (first: string, second: string) => {
    const action = command('partner.read', z.object({ name: z.string() }), async (ctx, { name }) => {
      await rename(ctx, first, name);
      await bothHold();
      await rename(ctx, second, name);
      return 'done';
    });
    const request = new Request('http://maillage.example/x', { method: 'POST', body: new URLSearchParams({ name: 'Antenne' }) });
    const visitor = ml.person('officer').then((actor) => ({ actor, missing: null }));
    return action({ request, params: {}, context: { requestId: crypto.randomUUID(), address: '', visitor } } as unknown as ActionFunctionArgs);
  };
  const answers = await Promise.all([send(one, other), send(other, one)]);
  expect(answers).toContain('done');
  expect(answers.find((answer) => answer !== 'done')).toMatchObject({ init: { status: 409 }, data: { values: { name: 'Antenne' }, errors: { form: expect.stringMatching(/^Deux personnes écrivaient au même instant/) as string } } });
});
