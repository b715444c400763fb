import { parse } from 'csv-parse/sync';
import { parseCoordinates } from './coordinates';
import type { CommuneCentre } from './place-communes.server';

/** What a file of centres says: the communes that could be read, how many had latitude and longitude exchanged (put right), and how many lines could not be. */
export type ReadCentres = { centres: CommuneCentre[]; swapped: number; refused: number };

/**
 * Reads a file of communes' centres: columns `code_insee` (or `code`), `latitude`, `longitude`, in any order; separator `,` or `;`, decimal
 * point or comma; the other columns are not read. Throws an `Error` in French for a file without any.
 */
export function readCommuneCentres(text: string): ReadCentres {
  const read: ReadCentres = { centres: [], swapped: 0, refused: 0 };
  for (const row of rowsOf(text)) {
    const code = (row.code_insee ?? row.code ?? '').trim().toUpperCase().padStart(5, '0');
    const place = parseCoordinates(row.latitude ?? '', row.longitude ?? '');
    if (!/^\d[0-9AB]\d{3}$/.test(code) || !place.ok) {
      read.refused += 1;
      continue;
    }
    if (place.swapped) read.swapped += 1;
    read.centres.push({ code, ...place.point });
  }
  if (read.centres.length === 0) throw new Error('Aucune ligne lue. Le fichier doit avoir les colonnes code_insee, latitude et longitude.');
  return read;
}

function rowsOf(text: string): Record<string, string>[] {
  // One separator, the header's: with both, a decimal comma would cut a number in two.
  const delimiter = text.split('\n', 1)[0]!.includes(';') ? ';' : ',';
  try {
    return parse(text, { columns: (header: string[]) => header.map((name) => name.trim().toLowerCase()), bom: true, delimiter, relax_column_count: true, skip_empty_lines: true });
  } catch {
    throw new Error('Ce fichier n’est pas un tableau CSV lisible. Rien n’a été changé.');
  }
}
