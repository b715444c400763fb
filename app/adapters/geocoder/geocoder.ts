/** An address to put on the map: what is typed, and its commune (INSEE code), which the answer must be in. `id` is the caller's. */
export type AddressToPlace = { id: string; line: string; communeCode: string };

/** Where an address was found, decimal degrees (WGS 84). `score` from 0 to 1. */
export type FoundPlace = { latitude: number; longitude: number; type: 'housenumber' | 'street' | 'locality' | 'municipality' | 'other'; score: number };

/** Finds addresses. What is not found is absent from the answer. Throws `SourceProblem`. */
export type Geocoder = { find: (addresses: readonly AddressToPlace[]) => Promise<Map<string, FoundPlace>> };
