import type { Ctx } from '~/access/context';
import { notFound } from '~/domain/errors';
import { ownOffer } from '~/domain/offer/offer-of.server';
import { isEditedHere } from '~/domain/offer/offer-origin';
import { knownId } from '~/domain/partnership/partnership-of.server';
import { townsAround } from '~/domain/place/towns-around.server';
import { offersToCheck } from './offers-to-check.server';

/** Coordinates of a proposal, rounded to some centimetres. */
const degrees = (value: number) => Math.round(value * 1e6) / 1e6;

/** The offer whose own place a person may put right: the agency's own, that no source keeps up, with an address of its own. Throws `notFound`. */
export async function placedOffer(ctx: Ctx, offerId: string | undefined) {
  const offer = await ownOffer(ctx, knownId(offerId, 'Cette offre n’existe pas, ou plus.'));
  if (offer.deletedAt || !offer.hasOwnPlace || !isEditedHere(offer)) throw notFound('Cette offre n’a pas d’adresse à elle : sa position est celle du partenaire.');
  return offer;
}

/** The point of an offer's own place as its page corrects it, as `placeForm` for a partner. Four queries. */
export async function offerPlaceForm(ctx: Ctx, offerId: string | undefined, { proposed = false } = {}) {
  const offer = await placedOffer(ctx, offerId);
  const { latitude, longitude, placePrecision } = offer;
  const isByHand = placePrecision === 'exact';
  const { doubt, others, nextId } = await offersToCheck(ctx, { offerId: offer.id });
  const commune = offer.communeCode ? await ctx.db.commune.findUnique({ where: { code: offer.communeCode }, select: { name: true } }) : null;
  return {
    id: offer.id,
    name: offer.title,
    address: [offer.addressLine, [offer.postcode, commune?.name].filter(Boolean).join(' ')].filter(Boolean).join(', '),
    latitude,
    longitude,
    precision: placePrecision,
    isByHand,
    base: { latitude: isByHand ? String(latitude) : '', longitude: isByHand ? String(longitude) : '' },
    doubt,
    start: proposed && doubt?.point ? { latitude: degrees(doubt.point.latitude), longitude: degrees(doubt.point.longitude) } : null,
    toCheck: { others, nextId },
    places: await townsAround(ctx, offer),
  };
}
