import type { Ctx } from '~/access/context';
import { conflict } from '~/domain/errors';
import { givenPoint } from '~/domain/place/given-point.server';
import { placedOffer } from './offer-place-form.server';
import { offersToCheck } from './offers-to-check.server';

/** Coordinates as typed or moved to; `base` what the form showed. `isSure`: a point far from its commune is meant. */
export type PlaceOffer = { offerId: string; latitude: string; longitude: string; baseLatitude: string; baseLongitude: string; isSure: boolean };

/**
 * The point of an offer's own place put right by a person: exact, and moved by no job afterwards. Throws what `givenPoint` throws,
 * `notFound` for an offer without a place of its own, `conflict` when somebody else placed it meanwhile. Answers the next offer whose
 * position is to be checked, when this one was.
 */
export async function placeOffer(ctx: Ctx, { offerId, latitude, longitude, baseLatitude, baseLongitude, isSure }: PlaceOffer): Promise<{ nextId: string | null }> {
  const offer = await placedOffer(ctx, offerId);
  const point = await givenPoint(ctx, { latitude, longitude, communeCode: offer.communeCode, isSure });
  const { doubt, nextId } = await offersToCheck(ctx, { offerId });
  const seen = offer.placePrecision === 'exact' ? [String(offer.latitude), String(offer.longitude)] : ['', ''];
  const { count } = seen.join() === [baseLatitude, baseLongitude].join() ? await ctx.db.offer.updateMany({ where: { id: offerId, latitude: offer.latitude, longitude: offer.longitude }, data: { ...point, placePrecision: 'exact' } }) : { count: 0 };
  if (count === 0) throw conflict('Une autre personne vient de placer cette offre. Rechargez la page pour voir où.');
  return { nextId: doubt && nextId };
}

/** The point given back to the commune's centre, and the address looked for again. Throws `notFound`. */
export async function forgetOfferPlace(ctx: Ctx, { offerId }: { offerId: string }): Promise<void> {
  const { communeCode } = await placedOffer(ctx, offerId);
  const commune = communeCode ? await ctx.db.commune.findUnique({ where: { code: communeCode }, select: { latitude: true, longitude: true } }) : null;
  const centre = commune && commune.latitude !== null ? ({ latitude: commune.latitude, longitude: commune.longitude, placePrecision: 'commune' } as const) : { latitude: null, longitude: null, placePrecision: null };
  await ctx.db.offer.updateMany({ where: { id: offerId }, data: centre });
  await ctx.emit('offer.changed', { offerId });
}
