import type { Ctx } from '~/access/context';
import { editedPartner, formTextOf, sourcesOf } from './edit-form.queries.server';

/** The point of a partner as its page corrects it. `base`: the coordinates that somebody gave, empty when only the commune is known. */
export async function placeForm(ctx: Ctx, partnershipId: string | undefined) {
  const partner = await editedPartner(ctx, partnershipId);
  const { organisation } = partner;
  const { latitude = '', longitude = '' } = formTextOf(partner);
  const places = organisation.latitude === null || organisation.longitude === null ? [] : await ctx.db.commune.findMany({
    where: { latitude: { gte: organisation.latitude - 0.25, lte: organisation.latitude + 0.25 }, longitude: { gte: organisation.longitude - 0.4, lte: organisation.longitude + 0.4 } },
    orderBy: { population: 'desc' }, take: 12, select: { name: true, latitude: true, longitude: true, population: true },
  });
  return {
    id: partner.id,
    name: organisation.name,
    address: [organisation.addressLine, organisation.postcode, organisation.commune?.name].filter(Boolean).join(' '),
    latitude: organisation.latitude,
    longitude: organisation.longitude,
    precision: organisation.placePrecision,
    /** A person of an agency put it there. */
    isByHand: organisation.placePrecision === 'exact' && sourcesOf(partner).latitude?.source === 'agency',
    base: { latitude, longitude },
    places: places.flatMap(({ name, latitude: lat, longitude: lon, population }) => (lat === null || lon === null ? [] : [{ name, lat, lon, population }])),
  };
}
