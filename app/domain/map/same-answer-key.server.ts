import type { Ctx } from '~/access/context';
import { filtersOf, type MapLayerName } from './map-layers';

/**
 * What an answer about a list depends on: who looks, the version of the data (`app.map_version`), the filters of its address, the hour
 * (offers grow old and agreements end by the hour at most). Two questions with one key have one answer, unless `mayBeKept` says no. One query.
 */
export const sameAnswerKey = (ctx: Ctx, layer: MapLayerName, params: URLSearchParams): Promise<string> =>
  answerKey(ctx, layer, [params.has('miens') ? ctx.actor.userId : null, filtersOf(layer, params)]);

/** The same for a question asked in another way: `question` says all of it that is not the data's, nor the eyes'. One query. */
export async function answerKey(ctx: Ctx, layer: MapLayerName, question: readonly unknown[]): Promise<string> {
  const [{ version }] = await ctx.db.$queryRaw<[{ version: string }]>`SELECT app.map_version(${layer}) AS version`;
  const { role, missionLocaleId, regionCode, organisationId } = ctx.actor;
  return JSON.stringify([layer, role, missionLocaleId ?? regionCode ?? organisationId, version, hourOf(ctx.now), question]);
}

/** The hours since 1970: what an answer kept for an hour was counted at. */
export const hourOf = (now: Date): number => Math.floor(now.getTime() / 3_600_000);
