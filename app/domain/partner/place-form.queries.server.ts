import type { Ctx } from '~/access/context';
import { placesToCheck } from '~/domain/place/place-doubt.server';
import { townsAround } from '~/domain/place/towns-around.server';
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
  return {
    id: partner.id,
    name: organisation.name,
    address: [organisation.addressLine, [organisation.postcode, organisation.commune?.name].filter(Boolean).join(' ')].filter(Boolean).join(', '),
    latitude: organisation.latitude,
    longitude: organisation.longitude,
    precision: organisation.placePrecision,
    /** A person of an agency put it there. */
    isByHand: organisation.placePrecision === 'exact' && sourcesOf(partner).latitude?.source === 'agency',
    base: { latitude, longitude },
    doubt,
    start,
    toCheck: { others, nextId },
    places: await townsAround(ctx, organisation),
  };
}
