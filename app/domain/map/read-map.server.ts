import { createHash } from 'node:crypto';
import type { Ctx } from '~/access/context';
import { invalid } from '~/domain/errors';
import { Prisma } from '#prisma';
import { keptAnswers } from './kept-answers';
import { cellsOf, gridOf, type MapCells, type MapExtent } from './map-cells';
import { layerOf, type MapLayer } from './map-layer.server';
import { mayBeKept, type MapLayerName } from './map-layers';
import { readMapView, type MapView } from './map-view';
import { sameAnswerKey } from './same-answer-key.server';

type Asked = { layer: MapLayerName; /** The address: filters of the list, and `tuiles`. */ params: URLSearchParams; /** The tag of what the browser already holds. */ known?: string | null };
/** The answer as text, or null when the browser has it. */
export type MapAnswer = { tag: string; json: string | null };

const kept = keptAnswers<string>(1000);
/** Below so many, all of them are shown; above, the few that are very far do not make the map too wide. */
const few = 40;

/**
 * What the map shows of the list with these filters: the squares of `tuiles` (`readMapView`), or without it the extent of all of them.
 * Kept by who looks, filters and version of the data (`app.map_version`): one query when it is kept, else the same as the list and one
 * for the squares. Throws `invalid` for a part of the map that does not exist.
 */
export async function readMap(ctx: Ctx, { layer, params, known }: Asked): Promise<MapAnswer> {
  const asked = params.get('tuiles');
  const read = asked === null ? null : readMapView(asked);
  if (read && !read.ok) throw invalid('tuiles', read.reason);
  const key = JSON.stringify([await sameAnswerKey(ctx, layer, params), asked]);
  const isKept = mayBeKept(layer, params);
  const tag = `"${createHash('sha256').update(isKept ? key : crypto.randomUUID()).digest('base64url').slice(0, 27)}"`;
  if (known === tag) return { tag, json: null };
  const ready = isKept ? kept.get(key) : undefined;
  if (ready !== undefined) return { tag, json: ready };
  const source = await layerOf(ctx, layer, params);
  const json = JSON.stringify(read ? await cellsIn(ctx, source, read.view) : await extentOf(ctx, source));
  if (isKept) kept.set(key, json);
  return { tag, json };
}

async function cellsIn({ db }: Ctx, { from, where, scope, id, name, mark }: MapLayer, { zoom, boxes }: MapView): Promise<MapCells> {
  const grid = gridOf(zoom);
  const inside = Prisma.join(boxes.map(({ south, north, west, east }) => Prisma.sql`(s.latitude >= ${south} AND s.latitude < ${north} AND s.longitude >= ${west} AND s.longitude < ${east})`), ' OR ');
  const rows = await db.$queryRaw<Parameters<typeof cellsOf>[0]>`
    WITH cells AS MATERIALIZED (
      SELECT avg(s.longitude) AS lon, avg(s.latitude) AS lat, count(*)::int AS n, max(s.latitude) - min(s.latitude) < 1e-6 AND max(s.longitude) - min(s.longitude) < 1e-6 AS together,
        any_value(s.mission_locale_id) AS agency, any_value(${id}) AS id
      FROM ${from} WHERE ${where} AND (${inside}) GROUP BY floor(s.longitude / ${grid.lon}::float8), floor(s.latitude / ${grid.lat}::float8))
    SELECT c.lon, c.lat, c.n, c.together, d.id, d.name, d.mark, d.precision FROM cells c
    LEFT JOIN LATERAL (SELECT ${id} AS id, ${name} AS name, ${mark} AS mark, s.place_precision::text AS precision FROM ${from}
      WHERE ${scope} AND c.together AND s.mission_locale_id = c.agency AND ${id} = c.id LIMIT 1) d ON true`;
  return cellsOf(rows);
}

async function extentOf({ db }: Ctx, { from, where }: MapLayer): Promise<MapExtent> {
  const [{ placed, unplaced, wide, usual }] = await db.$queryRaw<[{ placed: number; unplaced: number; wide: (number | null)[]; usual: (number | null)[] }]>`
    SELECT count(s.latitude)::int AS placed, (count(*) - count(s.latitude))::int AS unplaced, ARRAY[min(s.longitude), min(s.latitude), max(s.longitude), max(s.latitude)] AS wide,
      ARRAY[percentile_disc(0.02) WITHIN GROUP (ORDER BY s.longitude), percentile_disc(0.02) WITHIN GROUP (ORDER BY s.latitude),
        percentile_disc(0.98) WITHIN GROUP (ORDER BY s.longitude), percentile_disc(0.98) WITHIN GROUP (ORDER BY s.latitude)] AS usual
    FROM ${from} WHERE ${where}`;
  const [west, south, east, north] = placed > few ? usual : wide;
  return { bounds: west == null || south == null || east == null || north == null ? null : { west, south, east, north }, placed, unplaced };
}
