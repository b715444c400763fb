import { actorMay } from '~/access/actor';
import type { Ctx } from '~/access/context';
import { conflict, notFound } from '~/domain/errors';
import { isEditedHere } from '~/domain/offer/offer-origin';
import { getOffer } from '~/domain/offer/offer.queries.server';
import { formatPhone } from '~/domain/organisation/phone';
import { otherPlaces } from './places-of.server';

/** What the form of one more place shows: where the offer is already, whom one asks here, and where the new place will stand. Throws `notFound`, `conflict`. */
export async function placeForm(ctx: Ctx, offerId: string | undefined) {
  const offer = await getOffer(ctx, offerId);
  if (!offer.isOurs) throw notFound('Cette offre est celle d’une autre agence : elle se corrige chez elle.');
  if (!isEditedHere(offer)) throw conflict('Cette offre vient d’ailleurs : elle se corrige chez sa source.');
  if (offer.deletedAt || offer.state === 'archived') throw conflict('Cette offre n’est plus là : rétablissez-la d’abord.');
  const own = [offer.addressLine, [offer.postcode, offer.commune].filter(Boolean).join(' ')].filter(Boolean).join(', ');
  const others = offer.isSpread ? await otherPlaces(ctx, offer.id) : [];
  return {
    id: offer.id,
    title: offer.title,
    places: [(offer.hasOwnPlace && own) || (offer.holder.place ?? offer.holder.name), ...others.map(({ name, address }) => [address, name].filter(Boolean).join(', '))],
    contact: [offer.contactName, offer.contactPhone && formatPhone(offer.contactPhone), offer.contactEmail].filter(Boolean).join(', '),
    becomes: offer.state !== 'published' ? ('draft' as const) : actorMay(ctx.actor, 'offer.publish') ? ('published' as const) : ('submitted' as const),
  };
}
