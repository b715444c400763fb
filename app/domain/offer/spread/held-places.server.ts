import type { Ctx } from '~/access/context';
import { ownOffer } from '~/domain/offer/offer-of.server';

/** How many places an offer may have: more is what zones are for. */
export const mostPlaces = 50;

/**
 * An offer of this agency and the rows of its other places, those that were taken away too, held until the transaction ends: what is
 * decided from one of them is written to all. Always in one order, so that two people wait for each other. Throws `notFound`.
 */
export async function heldPlaces(ctx: Ctx, offerId: string) {
  await ctx.db.$queryRaw`SELECT FROM offer f WHERE f.mission_locale_id = app.mission_locale()
    AND (f.id = ${offerId}::uuid OR f.spread_id = (SELECT me.spread_id FROM offer me WHERE me.mission_locale_id = app.mission_locale() AND me.id = ${offerId}::uuid)) ORDER BY f.id FOR UPDATE OF f`;
  const offer = await ownOffer(ctx, offerId);
  const places = offer.spreadId ? await ctx.db.offer.findMany({ where: { missionLocaleId: offer.missionLocaleId, spreadId: offer.spreadId }, orderBy: { id: 'asc' } }) : [offer];
  return { offer, places };
}
export type HeldPlace = Awaited<ReturnType<typeof heldPlaces>>['offer'];

/** Of these rows, the other places that live on: neither taken away nor in the archives. */
export const livingOthers = (places: readonly HeldPlace[], offerId: string) => places.filter(({ id, deletedAt, state }) => id !== offerId && deletedAt === null && state !== 'archived');
