import type { Db } from '~/access/context';

/** The centre of a commune by its INSEE code, in decimal degrees (WGS 84). */
export type CommuneCentre = { code: string; latitude: number; longitude: number; /** To choose the main one among the towns that merged. */ population?: number };

/**
 * Writes the centres into the table of communes; a commune born of a merger takes the centre of its main former town when
 * it has none of its own. `onlyMissing` leaves the centres already there. Returns how many communes were changed.
 */
export async function placeCommunes(db: Db, centres: readonly CommuneCentre[], { onlyMissing = false } = {}): Promise<number> {
  const rows = JSON.stringify(centres.map(({ code, latitude, longitude, population = 0 }) => ({ code, lat: latitude, lon: longitude, p: population })));
  const own = await db.$executeRaw`UPDATE commune SET latitude = r.lat, longitude = r.lon
    FROM json_to_recordset(${rows}::json) AS r(code text, lat float8, lon float8) WHERE commune.code = r.code
      AND (commune.latitude IS NULL OR NOT ${onlyMissing}::boolean) AND (commune.latitude, commune.longitude) IS DISTINCT FROM (r.lat, r.lon)`;
  const merged = await db.$executeRaw`UPDATE commune SET latitude = town.lat, longitude = town.lon
    FROM (SELECT DISTINCT ON (former.part_of_code) former.part_of_code, r.lat, r.lon
      FROM json_to_recordset(${rows}::json) AS r(code text, lat float8, lon float8, p int) JOIN commune former ON former.code = r.code AND former.part_of_code IS NOT NULL
      ORDER BY former.part_of_code, r.p DESC) AS town
    WHERE commune.code = town.part_of_code AND commune.latitude IS NULL`;
  return own + merged;
}

/** Puts each département at the middle of its people: the mean of its communes' centres, weighted by population. */
export async function placeDepartements(db: Db): Promise<number> {
  return db.$executeRaw`UPDATE departement SET latitude = middle.lat, longitude = middle.lon
    FROM (SELECT departement_code, sum(latitude * (population + 1)) / sum(population + 1) AS lat, sum(longitude * (population + 1)) / sum(population + 1) AS lon
      FROM commune WHERE latitude IS NOT NULL AND part_of_code IS NULL GROUP BY departement_code) AS middle
    WHERE departement.code = middle.departement_code AND (departement.latitude, departement.longitude) IS DISTINCT FROM (middle.lat, middle.lon)`;
}

/**
 * Puts again on the map the organisations whose place is only their commune's or their département's, or is not known. A place
 * found by its address or corrected by a person (precision `street` or `exact`) is left alone. Returns how many moved.
 */
export async function placeOrganisationsAgain(db: Db): Promise<number> {
  return db.$executeRaw`UPDATE organisation SET latitude = c.latitude, longitude = c.longitude, place_precision = 'commune' FROM commune c
    WHERE c.code = organisation.commune_code AND c.latitude IS NOT NULL
      AND (organisation.place_precision IN ('commune', 'departement') OR organisation.latitude IS NULL)
      AND (organisation.latitude, organisation.longitude, organisation.place_precision) IS DISTINCT FROM (c.latitude, c.longitude, 'commune'::place_precision)`;
}

/** The same for offers that take place at an address of their own. Returns how many moved. */
export async function placeOffersAgain(db: Db): Promise<number> {
  return db.$executeRaw`UPDATE offer SET latitude = c.latitude, longitude = c.longitude, place_precision = 'commune' FROM commune c
    WHERE offer.has_own_place AND c.code = offer.commune_code AND c.latitude IS NOT NULL
      AND (offer.place_precision IN ('commune', 'departement') OR offer.latitude IS NULL)
      AND (offer.latitude, offer.longitude, offer.place_precision) IS DISTINCT FROM (c.latitude, c.longitude, 'commune'::place_precision)`;
}
