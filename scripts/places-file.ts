import { readFileSync } from 'node:fs';
import { readCommuneCentres } from '~/domain/place/commune-centres';
import { readOutlines } from '~/domain/place/departement-outlines';
import { keepOutlines } from '~/domain/place/keep-outlines.server';
import { placeCommunes, placeDepartements, placeOffersAgain, placeOrganisationsAgain } from '~/domain/place/place-communes.server';
import { asSystem, closeDatabase } from '~/server/db.server';
import { frenchNumber } from '~/ui/french-number';

/** `npm run places -- <file>`: the centres of communes (CSV) or the outlines of départements (GeoJSON); see docs/places.md. */
try {
  const [file] = process.argv.slice(2);
  if (!file) throw new Error('Indiquez le fichier : npm run places -- communes.csv');
  const text = readFileSync(file, 'utf8');
  await (/\.(geo)?json$/i.test(file) ? loadOutlines(text) : loadCentres(text));
} catch (error) {
  // Whoever typed the command reads a sentence, not where in the program it was.
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
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
  const { centres, swapped, refused } = readCommuneCentres(csv);
  const moved = await asSystem(
    'an administrator loads the centres of communes',
    async (db) => ({ communes: await placeCommunes(db, centres), departements: await placeDepartements(db), organisations: await placeOrganisationsAgain(db), offers: await placeOffersAgain(db) }),
    { timeout: 600_000 },
  );
  console.log(`${frenchNumber(centres.length)} lignes lues${refused ? `, ${frenchNumber(refused)} laissées de côté (code ou coordonnées illisibles)` : ''}.`);
  if (swapped > 0) console.log(`${frenchNumber(swapped)} lignes avaient la latitude et la longitude échangées : elles ont été remises dans l’ordre.`);
  console.log(`${frenchNumber(moved.communes)} communes placées, ${frenchNumber(moved.organisations)} partenaires replacés au centre de leur commune${moved.offers > 0 ? `, ${frenchNumber(moved.offers)} offres aussi` : ''}.`);
}
