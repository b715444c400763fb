import type { Ctx } from '~/access/context';
import { invalid } from '~/domain/errors';
import { readInput } from '~/domain/partner/read-input';
import { placeOfAddress } from '~/domain/partner/place-of-address.server';
import { parsePostcode } from '~/domain/place/postcode';
import { dateOfDay } from '~/domain/text/typed-day';
import { keptFields } from './kept-fields';
import { offerSchema, type TypedOffer } from './offer.schema';

const nowhere = { addressLine: null, postcode: null, communeCode: null, departementCode: null, latitude: null, longitude: null, placePrecision: null };

/**
 * What was typed of an offer, read, checked and put on the map, as the table keeps it. Fields that its kind does not have are
 * emptied: an immersion has no salary. Throws `invalid(field)`.
 */
export async function writtenOffer(ctx: Ctx, input: TypedOffer) {
  const typed = readInput(offerSchema, input);
  const { startsOn, endsOn, opensOn, closesOn, ...facts } = keptFields(typed);
  return { ...facts, ...(await ownPlace(ctx, typed)), startsOn: dateOfDay(startsOn), endsOn: dateOfDay(endsOn), opensOn: dateOfDay(opensOn), closesOn: dateOfDay(closesOn) };
}

type TypedPlace = { hasOwnPlace: boolean; addressLine: string | null; postcode: string | null; communeCode: string | null; commune: string | null };

async function ownPlace(ctx: Ctx, { hasOwnPlace, addressLine, postcode: typedPostcode, communeCode, commune }: TypedPlace) {
  if (!hasOwnPlace) return nowhere;
  const postcode = typedPostcode ? parsePostcode(typedPostcode) : null;
  if (postcode && !postcode.ok) throw invalid('postcode', postcode.reason);
  return { addressLine, ...(await placeOfAddress(ctx.db, { communeCode, commune, postcode: postcode?.ok ? postcode.postcode : null, latitude: null, longitude: null })) };
}
