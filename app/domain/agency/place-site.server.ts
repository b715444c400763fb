import type { Db } from '~/access/context';
import { placeOfAddress } from '~/domain/partner/place-of-address.server';

/** The columns of a site that come from its typed address. Throws `invalid('commune')`. */
export async function placeOfSite(db: Db, { postcode, commune }: { postcode: string | null; commune: string | null }) {
  const { placePrecision: _, departementCode: __, ...place } = await placeOfAddress(db, { communeCode: null, commune, postcode, latitude: null, longitude: null });
  return place;
}
