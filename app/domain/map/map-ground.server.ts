import type { Ctx } from '~/access/context';

/** The outlines of départements as one GeoJSON text; empty until their file was loaded (docs/places.md). One query. */
export async function departementOutlines({ db }: Ctx): Promise<string> {
  const [{ features }] = await db.$queryRaw<[{ features: string }]>`
    SELECT coalesce(json_agg(json_build_object('type', 'Feature', 'properties', json_build_object('code', code), 'geometry', outline) ORDER BY code), '[]')::text AS features
    FROM departement WHERE outline IS NOT NULL`;
  return `{"type":"FeatureCollection","features":${features}}`;
}
