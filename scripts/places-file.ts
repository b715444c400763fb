import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { readOutlines } from '~/domain/place/departement-outlines';
import { keepOutlines } from '~/domain/place/keep-outlines.server';
import { placeCommunes, placeDepartements, placeOrganisationsAgain, type CommuneCentre } from '~/domain/place/place-communes.server';
import { asSystem, closeDatabase } from '~/server/db.server';
import { frenchNumber } from '~/ui/french-number';

/** `npm run places -- <file>`: the centres of communes (CSV) or the outlines of départements (GeoJSON); see docs/places.md. */
const [file] = process.argv.slice(2);
if (!file) throw new Error('Indiquez le fichier : npm run places -- communes.csv');
const text = readFileSync(file, 'utf8');
try {
  await (/\.(geo)?json$/i.test(file) ? loadOutlines(text) : loadCentres(text));
} finally {
  await closeDatabase();
}

async function loadOutlines(geojson: string): Promise<void> {
  const { outlines, refused } = readOutlines(geojson);
  if (outlines.length === 0) throw new Error('Aucun département lu. Chaque contour doit porter le code du département (properties.code).');
  const changed = await asSystem('an administrator loads the outlines of départements', (db) => keepOutlines(db, outlines), { timeout: 120_000 });
  console.log(`${frenchNumber(outlines.length)} contours lus${refused ? `, ${frenchNumber(refused)} laissés de côté (code ou contour illisible)` : ''}, ${frenchNumber(changed)} départements dessinés.`);
}

async function loadCentres(csv: string): Promise<void> {
  const { centres, refused } = readCentres(csv);
  if (centres.length === 0) throw new Error('Aucune ligne lue. Le fichier doit avoir les colonnes code_insee, latitude et longitude.');
  const moved = await asSystem(
    'an administrator loads the centres of communes',
    async (db) => ({ communes: await placeCommunes(db, centres), departements: await placeDepartements(db), organisations: await placeOrganisationsAgain(db) }),
    { timeout: 600_000 },
  );
  console.log(`${frenchNumber(centres.length)} lignes lues${refused ? `, ${frenchNumber(refused)} laissées de côté (code ou coordonnées illisibles)` : ''}.`);
  console.log(`${frenchNumber(moved.communes)} communes placées, ${frenchNumber(moved.organisations)} partenaires replacés au centre de leur commune.`);
}

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
