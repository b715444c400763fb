import type { Ctx } from '~/access/context';
import { placesToCheck } from '~/domain/place/place-doubt.server';
import { editedPartner, formTextOf, sourcesOf } from './edit-form.queries.server';

/** Coordinates of a proposal, rounded to some centimetres. */
const degrees = (value: number) => Math.round(value * 1e6) / 1e6;

/**
 * The point of a partner as its page corrects it. `base`: the coordinates that somebody gave, empty when only the commune is known.
 * `proposed`: the form begins at the point that the address service found without being sure, when there is one. Three queries.
 */
export async function placeForm(ctx: Ctx, partnershipId: string | undefined, { proposed = false } = {}) {
  const partner = await editedPartner(ctx, partnershipId);
  const { organisation } = partner;
  const { latitude = '', longitude = '' } = formTextOf(partner);
  const { doubt, others, nextId } = await placesToCheck(ctx, { organisationId: organisation.id });
  const start = proposed && doubt?.point ? { latitude: degrees(doubt.point.latitude), longitude: degrees(doubt.point.longitude) } : null;
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
    doubt,
    start,
    toCheck: { others, nextId },
    places: places.flatMap(({ name, latitude: lat, longitude: lon, population }) => (lat === null || lon === null ? [] : [{ name, lat, lon, population }])),
  };
}
