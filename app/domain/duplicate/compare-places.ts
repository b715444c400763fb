import { distanceKm } from '~/domain/place/geo';
import { isSameStreet, readStreet } from '~/domain/place/street-key';

export type Place = {
  addressLine: string | null;
  postcode: string | null;
  communeCode: string | null;
  departementCode: string | null;
  /** Where the address is, when it is known to the street; null for the middle of a commune. */
  position: { latitude: number; longitude: number } | null;
};

/** From the surest to the farthest. `number`: one street, two numbers; `elsewhere`: one commune, two streets. */
export type PlaceMatch = 'address' | 'street' | 'nearby' | 'commune' | 'postcode' | 'unknown' | 'number' | 'elsewhere' | 'far';

/** As the crow flies; two ways of placing one address differ by as much. */
export const nearbyMetres = 150;

/** Are two places one? An address that one of them lacks does not tell them apart. */
export function comparePlaces(one: Place, other: Place): PlaceMatch {
  const isNearby = one.position && other.position && distanceKm(one.position, other.position) * 1000 <= nearbyMetres;
  if (one.communeCode && other.communeCode && one.communeCode !== other.communeCode) {
    return isNearby ? 'nearby' : one.postcode && one.postcode === other.postcode ? 'postcode' : 'far';
  }
  const [a, b] = [readStreet(one.addressLine), readStreet(other.addressLine)];
  if (one.communeCode && other.communeCode) {
    if (!a || !b) return isNearby ? 'nearby' : 'commune';
    if (!isSameStreet(a, b)) return isNearby ? 'nearby' : 'elsewhere';
    if (a.number === b.number) return 'address';
    return a.number && b.number ? 'number' : 'street';
  }
  if (one.postcode && one.postcode === other.postcode) return a && b && a.number === b.number && isSameStreet(a, b) ? 'address' : 'postcode';
  return one.departementCode && other.departementCode && one.departementCode !== other.departementCode ? 'far' : 'unknown';
}
