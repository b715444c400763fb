import type { Ctx } from '~/access/context';
import { keptAnswers } from '~/domain/map/kept-answers';
import type { MapLayerName } from '~/domain/map/map-layers';
import { answerKey, hourOf } from '~/domain/map/same-answer-key.server';
import type { Prisma } from '#prisma';

const kept = keptAnswers<number>(1_000);

/**
 * How many rows `statement` counts (in a column `count`), kept in the process as long as nothing changed for whoever looks: what a
 * common word finds is asked all day, and only PostgreSQL can count it. `statement` speaks of nothing but the rows of the layer, and of time by
 * `thisHour`. One query when it is kept, two when it is not.
 */
export async function keptCount(ctx: Ctx, layer: MapLayerName, statement: Prisma.Sql): Promise<number> {
  const key = await answerKey(ctx, layer, [statement.sql, statement.values]);
  return kept.orMake(key, async () => (await ctx.db.$queryRaw<[{ count: number }]>(statement))[0].count);
}

/** The beginning of this hour: two questions within it are one. */
export const thisHour = (now: Date): Date => new Date(hourOf(now) * 3_600_000);
