import { actorMay } from '~/access/actor';
import type { Ctx } from '~/access/context';
import { conflict } from '~/domain/errors';
import { moveOffer } from '~/domain/offer/move-offer.server';
import { isEditedHere } from '~/domain/offer/offer-origin';
import { whyNotPublished, type OfferState } from '~/domain/offer/offer.lifecycle';
import { ownPlace } from '~/domain/offer/write-offer.server';
import { readInput } from '~/domain/partner/read-input';
import { holdPartnershipUnder } from '~/domain/partnership/partnership-of.server';
import { parisDay } from '~/domain/text/paris-day';
import { dayOfDate } from '~/domain/text/typed-day';
import { addPlaceSchema, type TypedPlace } from './add-place.schema';
import { heldPlaces, mostPlaces } from './held-places.server';
import { refuseSamePlace } from './refuse-same-place.server';

/**
 * The same offer at one more address: a row of its own with all that the offer says but its sessions, found, referred to and filled by
 * itself. Published at once when the offer is and the person may publish; proposed when they may not; a draft otherwise. Throws
 * `invalid(field)`, for an address where it is already too, and `conflict`. Answers the new row and where it stands.
 */
export async function addPlace(ctx: Ctx, { offerId, ...input }: { offerId: string } & TypedPlace): Promise<{ offerId: string; state: OfferState }> {
  const { contactName, contactPhone, contactEmail, ...typed } = readInput(addPlaceSchema, input);
  await holdPartnershipUnder(ctx, 'offer', offerId);
  const { offer, places } = await heldPlaces(ctx, offerId);
  if (!isEditedHere(offer)) throw conflict('Cette offre vient d’ailleurs : elle se corrige chez sa source.');
  if (offer.deletedAt || offer.state === 'archived') throw conflict('Cette offre n’est plus là : rétablissez-la d’abord.');
  if (places.length >= mostPlaces) throw conflict(`Cette offre a ${mostPlaces} lieux, c’est le plus : dites plutôt ses zones desservies.`);
  const place = await ownPlace(ctx, { ...typed, hasOwnPlace: true });
  await refuseSamePlace(ctx, place, places);

  const { missionLocaleId: _agency, id: _id, version: _version, createdAt: _created, updatedAt: _updated, createdById: _author, sourceId: _source, sourceUrl: _url, ...said } = offer;
  const spreadId = offer.spreadId ?? offer.id;
  if (!offer.spreadId) await ctx.db.offer.updateMany({ where: { id: offer.id, spreadId: null }, data: { spreadId } });
  const contact = contactName || contactPhone || contactEmail ? { contactName, contactPhone, contactEmail } : {};
  const fresh = { state: 'draft', stateSince: ctx.now, stateBeforeArchive: null, origin: 'agency', cameBy: null, publishedAt: null, confirmedAt: null, askedAt: null } as const;
  const { id } = await ctx.db.offer.create({ data: { ...said, ...contact, ...fresh, spreadId, hasOwnPlace: true, ...place }, select: { id: true } });
  await ctx.emit('offer.changed', { offerId: id });

  if (offer.state !== 'published') return { offerId: id, state: 'draft' };
  if (!actorMay(ctx.actor, 'offer.publish')) return { offerId: id, ...(await moveOffer(ctx, { offerId: id, verb: 'submit' })) };
  const canBePublished = whyNotPublished({ ...offer, closesOn: dayOfDate(offer.closesOn), endsOn: dayOfDate(offer.endsOn) }, parisDay(ctx.now)) === null;
  return canBePublished ? { offerId: id, ...(await moveOffer(ctx, { offerId: id, verb: 'publish' })) } : { offerId: id, state: 'draft' };
}
