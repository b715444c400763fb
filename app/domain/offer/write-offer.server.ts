import type { Ctx } from '~/access/context';
import { invalid } from '~/domain/errors';
import { readInput } from '~/domain/partner/read-input';
import { placeOfAddress } from '~/domain/partner/place-of-address.server';
import { parsePostcode } from '~/domain/place/postcode';
import { dateOfDay } from '~/domain/text/typed-day';
import { keptFields } from './kept-fields';
import type { ownOffer } from './offer-of.server';
import { offerSchema, type TypedOffer } from './offer.schema';

const nowhere = { addressLine: null, postcode: null, communeCode: null, departementCode: null, latitude: null, longitude: null, placePrecision: null };

/**
 * What was typed of an offer, read, checked and put on the map, as the table keeps it. Fields that its kind does not have are
 * emptied: a workshop has no salary. The same address as before keeps its point, which may be finer than the middle of the
 * commune. Throws `invalid(field)`.
 */
export async function writtenOffer(ctx: Ctx, input: TypedOffer, known?: KnownPlace) {
  const typed = readInput(offerSchema, input);
  const { startsOn, endsOn, opensOn, closesOn, ...facts } = keptFields(typed);
  return { ...facts, ...keptPlace(await ownPlace(ctx, typed), known), startsOn: dateOfDay(startsOn), endsOn: dateOfDay(endsOn), opensOn: dateOfDay(opensOn), closesOn: dateOfDay(closesOn) };
}

type KnownPlace = Pick<Awaited<ReturnType<typeof ownOffer>>, 'hasOwnPlace' | keyof typeof nowhere>;
type TypedPlace = { hasOwnPlace: boolean; addressLine: string | null; postcode: string | null; communeCode: string | null; commune: string | null };

/** The point of before, when the address is the one of before. */
function keptPlace(place: Omit<KnownPlace, 'hasOwnPlace'>, known: KnownPlace | undefined): Omit<KnownPlace, 'hasOwnPlace'> {
  const isSame = known?.hasOwnPlace && (['addressLine', 'postcode', 'communeCode'] as const).every((column) => place[column] === known[column]);
  return isSame ? { ...place, latitude: known.latitude, longitude: known.longitude, placePrecision: known.placePrecision } : place;
}

/** Where an own address is, found among the communes and put on the map. Throws `invalid(field)`. */
export async function ownPlace(ctx: Ctx, { hasOwnPlace, addressLine, postcode: typedPostcode, communeCode, commune }: TypedPlace) {
  if (!hasOwnPlace) return nowhere;
  const postcode = typedPostcode ? parsePostcode(typedPostcode) : null;
  if (postcode && !postcode.ok) throw invalid('postcode', postcode.reason);
  return { addressLine, ...(await placeOfAddress(ctx.db, { communeCode, commune, postcode: postcode?.ok ? postcode.postcode : null, latitude: null, longitude: null })) };
}
