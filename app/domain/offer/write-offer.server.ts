import type { Ctx } from '~/access/context';
import { invalid } from '~/domain/errors';
import { readInput } from '~/domain/partner/read-input';
import { placeOfAddress } from '~/domain/partner/place-of-address.server';
import { parsePostcode } from '~/domain/place/postcode';
import { dateOfDay } from '~/domain/text/typed-day';
import { has } from './offer-kinds';
import { offerSchema, type TypedOffer } from './offer.schema';

const nowhere = { addressLine: null, postcode: null, communeCode: null, departementCode: null, latitude: null, longitude: null, placePrecision: null };

/**
 * What was typed of an offer, read, checked and put on the map, as the table keeps it. Fields that its kind does not have are
 * emptied: an immersion has no salary. Throws `invalid(field)`.
 */
export async function writtenOffer(ctx: Ctx, input: TypedOffer) {
  const typed = readInput(offerSchema, input);
  const { themes, commune, startsOn, endsOn, opensOn, closesOn, ...facts } = typed;
  const work = has(typed.kind, 'work') ? {} : { contract: null, workingTime: null, weeklyHours: null, pay: null };
  const trade = has(typed.kind, 'trade') ? {} : { romes: [] };
  const wanted = has(typed.kind, 'wanted') ? {} : { level: null, experience: null };
  const service = has(typed.kind, 'service') ? {} : { serviceType: null, cost: null, costText: null };
  return {
    ...facts,
    ...work,
    ...trade,
    ...wanted,
    ...service,
    ...(await ownPlace(ctx, { ...typed, commune })),
    themeCodes: themes,
    startsOn: dateOfDay(startsOn),
    endsOn: dateOfDay(endsOn),
    opensOn: dateOfDay(opensOn),
    closesOn: dateOfDay(closesOn),
  };
}

type TypedPlace = { hasOwnPlace: boolean; addressLine: string | null; postcode: string | null; communeCode: string | null; commune: string | null };

async function ownPlace(ctx: Ctx, { hasOwnPlace, addressLine, postcode: typedPostcode, communeCode, commune }: TypedPlace) {
  if (!hasOwnPlace) return nowhere;
  const postcode = typedPostcode ? parsePostcode(typedPostcode) : null;
  if (postcode && !postcode.ok) throw invalid('postcode', postcode.reason);
  return { addressLine, ...(await placeOfAddress(ctx.db, { communeCode, commune, postcode: postcode?.ok ? postcode.postcode : null, latitude: null, longitude: null })) };
}
