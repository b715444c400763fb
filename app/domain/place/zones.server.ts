import type { Ctx } from '~/access/context';
import { invalid } from '~/domain/errors';
import { readZone, zoneName, zonePieces, type NamedZone, type ReadZone, type ZonePlaces } from './zone';

/** More is a paste of a whole list: nobody reads it. */
const mostPieces = 200;
const tooMany = 'Deux cents zones au plus : indiquez plutôt les départements.';

/** The zones typed in one field, by name, number or postcode, separated by commas. Throws `invalid(field)`. One query. */
export async function zonesTyped(ctx: Ctx, { field, text }: { field: string; text: string }): Promise<string[]> {
  const pieces = zonePieces(text.slice(0, 20_000));
  if (pieces.length === 0) return [];
  if (pieces.length > mostPieces) throw invalid(field, tooMany);
  const places = await placesNamed(ctx, pieces);
  const read = pieces.map((piece) => readZone(piece, places));
  const refused = read.find((one) => !one.ok);
  if (refused && !refused.ok) throw invalid(field, refused.reason);
  return [...new Set(read.flatMap((one) => (one.ok ? one.zones : [])))];
}

/** Reads the zones of one row of a file after the other; each different word is looked for once. What is no zone is a French reason. */
export function zoneReader(ctx: Ctx) {
  const known = new Map<string, ReadZone>();
  return async (pieces: readonly string[]): Promise<{ zones: string[]; refused: string[] }> => {
    if (pieces.length > mostPieces) return { zones: [], refused: [tooMany] };
    const strangers = pieces.filter((piece) => !known.has(piece));
    if (strangers.length > 0) {
      const places = await placesNamed(ctx, strangers);
      for (const piece of strangers) known.set(piece, readZone(piece, places));
    }
    const read = pieces.map((piece) => known.get(piece)!);
    return { zones: [...new Set(read.flatMap((one) => (one.ok ? one.zones : [])))], refused: read.flatMap((one) => (one.ok ? [] : [one.reason])) };
  };
}

async function placesNamed({ db }: Ctx, pieces: readonly string[]): Promise<ZonePlaces> {
  const names = pieces.map(zoneName);
  const numbers = pieces.flatMap((piece) => /\d[0-9AB]\d{3}/i.exec(piece)?.[0].toUpperCase() ?? []);
  const rows = await db.$queryRaw<{ sort: 'commune' | 'departement' | 'region'; code: string; name: string; postcodes: string[]; departementCode: string }[]>`
    SELECT 'commune' AS sort, code, name, postcodes, departement_code AS "departementCode" FROM commune
      WHERE part_of_code IS NULL AND (code = ANY (${numbers}::text[]) OR postcodes && ${numbers}::text[] OR replace(replace(search_name, '-', ' '), '''', ' ') = ANY (${names}::text[]))
    UNION ALL SELECT 'departement', code, name, '{}', code FROM departement
    UNION ALL SELECT 'region', code, name, '{}', '' FROM region`;
  const of = (sort: string) => rows.filter((row) => row.sort === sort);
  return { communes: of('commune'), departements: of('departement'), regions: of('region') };
}

/** The zones of an offer with their names, in the order given. One query, none for no zone. */
export async function namesOfZones({ db }: Ctx, zones: readonly string[]): Promise<NamedZone[]> {
  if (zones.length === 0) return [];
  return db.$queryRaw<NamedZone[]>`
    SELECT z.zone, coalesce(c.name, d.name, r.name) AS name FROM unnest(${zones}::text[]) WITH ORDINALITY AS z(zone, rank)
    LEFT JOIN commune c ON c.code = z.zone LEFT JOIN departement d ON 'd' || d.code = z.zone LEFT JOIN region r ON 'r' || r.code = z.zone ORDER BY z.rank`;
}
