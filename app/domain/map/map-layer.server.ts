import type { Ctx } from '~/access/context';
import { criteriaForOffers } from '~/domain/offer/list/criteria-for-offers.server';
import { allBut as allOfOffers, offerConditions } from '~/domain/offer/list/offer-conditions.server';
import { readOfferFilters } from '~/domain/offer/list/offer-filters';
import { allBut, conditionsOf, partnersOf } from '~/domain/partner/list/conditions.server';
import { readFilters } from '~/domain/partner/list/read-filters';
import { criteriaFor } from '~/domain/partner/list/list-partners.server';
import { Prisma } from '#prisma';
import type { MapLayerName } from './map-layers';

/** A layer of the map as the database reads it: the rows `s` that the list shows under the same filters, behind the same walls. */
export type MapLayer = { from: Prisma.Sql; where: Prisma.Sql; /** Whose row it is, for its details. */ scope: Prisma.Sql; id: Prisma.Sql; name: Prisma.Sql; mark: Prisma.Sql };

/** What these filters of an address show. A fixed number of queries: values, place, and for words how many are found. */
export async function layerOf(ctx: Ctx, name: MapLayerName, params: URLSearchParams): Promise<MapLayer> {
  if (name === 'offers') {
    const criteria = await criteriaForOffers(ctx, readOfferFilters(params).filters);
    return { from: Prisma.sql`search.offer_seen s`, where: allOfOffers(offerConditions(criteria)), scope: Prisma.sql`true`, id: Prisma.sql`s.offer_id`, name: Prisma.sql`s.title || ', ' || s.holder`, mark: Prisma.sql`s.kind::text` };
  }
  const { criteria } = await criteriaFor(ctx, readFilters(params).filters);
  const { from, scope } = partnersOf(ctx.actor);
  return { from, scope, where: Prisma.sql`${scope} AND ${allBut(conditionsOf(criteria, ctx.actor))}`, id: Prisma.sql`s.partnership_id`, name: Prisma.sql`s.name`, mark: Prisma.sql`coalesce(s.theme_codes[1], '')` };
}
