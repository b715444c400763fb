import { describe, expect, test } from 'vitest';
import type { Actor } from '~/access/actor';
import { asActor } from '~/server/db.server';
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
