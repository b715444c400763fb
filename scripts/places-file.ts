import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { placeCommunes, placeDepartements, placeOrganisationsAgain, type CommuneCentre } from '~/domain/place/place-communes.server';
import { asSystem, closeDatabase } from '~/server/db.server';
import { frenchNumber } from '~/ui/french-number';

/** `npm run places -- <file.csv>`: the centres of communes from a file; see docs/places.md. */
const [file] = process.argv.slice(2);
if (!file) throw new Error('Indiquez le fichier : npm run places -- communes.csv');
const { centres, refused } = readCentres(readFileSync(file, 'utf8'));
if (centres.length === 0) throw new Error('Aucune ligne lue. Le fichier doit avoir les colonnes code_insee, latitude et longitude.');

const moved = await asSystem(
  'an administrator loads the centres of communes',
  async (db) => ({ communes: await placeCommunes(db, centres), departements: await placeDepartements(db), organisations: await placeOrganisationsAgain(db) }),
  { timeout: 600_000 },
);
await closeDatabase();
console.log(`${frenchNumber(centres.length)} lignes lues${refused ? `, ${frenchNumber(refused)} laissées de côté (code ou coordonnées illisibles)` : ''}.`);
console.log(`${frenchNumber(moved.communes)} communes placées, ${frenchNumber(moved.organisations)} partenaires replacés au centre de leur commune.`);

/** Separator `,` or `;`, decimal point or comma; the other columns are not read. */
function readCentres(text: string): { centres: CommuneCentre[]; refused: number } {
  const rows = parse(text, { columns: (header: string[]) => header.map((name) => name.trim().toLowerCase()), bom: true, delimiter: [',', ';'], relax_column_count: true, skip_empty_lines: true }) as Record<string, string>[];
  const centres = rows.flatMap((row) => {
    const code = (row.code_insee ?? row.code ?? '').trim().toUpperCase().padStart(5, '0');
    const [latitude, longitude] = [decimal(row.latitude), decimal(row.longitude)];
    return /^\d[0-9AB]\d{3}$/.test(code) && Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? [{ code, latitude, longitude }] : [];
  });
  return { centres, refused: rows.length - centres.length };
}

function decimal(text: string | undefined): number {
  return text?.trim() ? Number(text.trim().replace(',', '.')) : NaN;
}
