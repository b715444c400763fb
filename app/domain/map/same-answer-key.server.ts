import type { Ctx } from '~/access/context';
import { filtersOf, type MapLayerName } from './map-layers';

/**
 * What an answer about a list depends on: who looks, the version of the data (`app.map_version`), the filters of its address, the hour
 * (offers grow old and agreements end by the hour at most). Two questions with one key have one answer, unless `mayBeKept` says no. One query.
 */
export async function sameAnswerKey(ctx: Ctx, layer: MapLayerName, params: URLSearchParams): Promise<string> {
  const [{ version }] = await ctx.db.$queryRaw<[{ version: string }]>`SELECT app.map_version(${layer}) AS version`;
  const { role, missionLocaleId, regionCode, organisationId, userId } = ctx.actor;
  const hour = Math.floor(ctx.now.getTime() / 3_600_000);
  return JSON.stringify([layer, role, missionLocaleId ?? regionCode ?? organisationId, params.has('miens') ? userId : null, version, hour, filtersOf(layer, params)]);
}
