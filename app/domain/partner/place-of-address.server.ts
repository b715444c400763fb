import type { Db } from '~/access/context';
import { createCommuneLookup, type Commune } from '~/domain/place/commune-lookup';
import { departementOfPostcode } from '~/domain/place/postcode';
import { spaced } from '~/domain/place/zone';
import { invalid } from '~/domain/errors';
import type { PlacePrecision } from '#prisma';

export type TypedAddress = { communeCode: string | null; commune: string | null; postcode: string | null; latitude: number | null; longitude: number | null };
export type Place = {
  postcode: string | null;
  communeCode: string | null;
  departementCode: string | null;
  latitude: number | null;
  longitude: number | null;
  placePrecision: PlacePrecision | null;
};

/**
 * Finds the commune of a typed address and puts it on the map: at the coordinates given, else at the commune's centre
 * (precision `commune`; no coordinates when the centre is not known). A postcode is completed when the commune has one only.
 * Throws `invalid('commune')` with a French sentence when the commune cannot be told.
 */
export async function placeOfAddress(db: Db, typed: TypedAddress): Promise<Place> {
  const { communeCode, commune: name, postcode } = typed;
  const given = typed.latitude === null ? null : ({ latitude: typed.latitude, longitude: typed.longitude, placePrecision: 'exact' } as const);
  const nowhere = { postcode: null, communeCode: null, departementCode: null, latitude: null, longitude: null, placePrecision: null };
  if (!communeCode && !name && !postcode) return { ...nowhere, ...given };

  const answer = createCommuneLookup(await candidates(db, typed)).find({ communeCode: communeCode ?? undefined, name: name ?? undefined, postcode: postcode ?? undefined });
  if (!answer.ok) throw invalid('commune', answer.reason);
  const { commune } = answer;
  const centre = commune.latitude === null ? null : ({ latitude: commune.latitude, longitude: commune.longitude, placePrecision: 'commune' } as const);
  const [only, second] = commune.postcodes;
  return { ...nowhere, postcode: postcode ?? (second ? null : only ?? null), communeCode: commune.code, departementCode: commune.departementCode, ...(given ?? centre) };
}

type CommuneRow = { code: string; name: string; postcodes: string[]; departementCode: string; population: number; latitude: number | null; longitude: number | null; partOfCode: string | null };

/** The communes worth comparing: those of the postcode and of its département, those of that code or name, and what former ones became. */
async function candidates(db: Db, { communeCode, commune, postcode }: TypedAddress): Promise<Commune[]> {
  const departement = postcode ? departementOfPostcode(postcode) : null;
  const rows = await db.$queryRaw<CommuneRow[]>`
    WITH near AS (SELECT * FROM commune WHERE code = ${communeCode} OR departement_code = ${departement} OR ${postcode} = ANY (postcodes)
      OR replace(replace(search_name, '-', ' '), '''', ' ') = ${commune && spaced(commune)})
    SELECT code, name, postcodes, departement_code AS "departementCode", population, latitude, longitude, part_of_code AS "partOfCode" FROM near
    UNION SELECT c.code, c.name, c.postcodes, c.departement_code, c.population, c.latitude, c.longitude, c.part_of_code FROM commune c JOIN near ON near.part_of_code = c.code`;
  return rows.map(({ partOfCode, ...row }) => (partOfCode ? { ...row, formerOf: partOfCode } : row));
}
