import type { Ctx } from '~/access/context';
import { invalid } from '~/domain/errors';
import type { Stage } from '~/domain/partnership/partnership.lifecycle';
import { Prisma, type OfferKind, type PlacePrecision } from '#prisma';
import { layerOf } from './map-layer.server';
import type { MapLayerName } from './map-layers';
import { readBox } from './map-view';

/** One thing of the map in a few words, for its card. Fields of the other layer are absent. */
export type ThingHere = {
  id: string; name: string; commune: string | null; latitude: number; longitude: number; precision: PlacePrecision | null; /** As on the map. */ mark?: string;
  stage?: Stage; phone?: string | null; kinds?: string[]; agency?: string;
  kind?: OfferKind; holder?: string; closesOn?: string | null; contract?: string | null;
};

export type WhatsHere = { things: ThingHere[]; total: number };

/** As many as one reads in a card; the list has them all. */
const most = 20;

/**
 * What stands in a small rectangle of the map (`boite`) among what the filters show, by name: several may share one address. The same
 * queries as the list, and one. Throws `invalid` for a rectangle that is none.
 */
export async function whatsHere(ctx: Ctx, { layer, params }: { layer: MapLayerName; params: URLSearchParams }): Promise<WhatsHere> {
  const read = readBox(params.get('boite') ?? '');
  if (!read.ok) throw invalid('boite', read.reason);
  const inside = Prisma.join(read.boxes.map(({ west, south, east, north }) => Prisma.sql`(s.latitude BETWEEN ${south} AND ${north} AND s.longitude BETWEEN ${west} AND ${east})`), ' OR ');
  const { from, where, id, mark } = await layerOf(ctx, layer, params);
  const own =
    layer === 'offers'
      ? Prisma.sql`s.title AS name, s.holder, s.kind::text AS kind, s.contract, s.closes_on::text AS "closesOn"`
      : Prisma.sql`s.name, s.stage, s.phone, ARRAY(SELECT k.label FROM organisation_kind k WHERE k.id = ANY (s.kind_ids) ORDER BY k.label) AS kinds, (SELECT ml.name FROM mission_locale ml WHERE ml.id = s.mission_locale_id) AS agency`;
  const rows = await ctx.db.$queryRaw<(ThingHere & { total: number })[]>`
    SELECT ${id} AS id, ${own}, ${mark} AS mark, s.commune_name AS commune, s.latitude, s.longitude, s.place_precision::text AS precision, (count(*) OVER ())::int AS total
    FROM ${from} WHERE ${where} AND (${inside}) ORDER BY 2, 1 LIMIT ${most}`;
  return { things: rows.map(({ total: _total, ...thing }) => thing), total: rows[0]?.total ?? 0 };
}
