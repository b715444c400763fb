import fs from 'node:fs';
import path from 'node:path';
import { loadEnv } from './local/env-file.mjs';
import { installationEnv, openDatabase } from './local/installation.mjs';
import { readOptions } from './local/options.mjs';
import { inRoot } from './local/paths.mjs';
import { runProgram } from './local/programs.mjs';

const USAGE = `npm run places -- <fichier.csv>

  Charge le centre de chaque commune (colonnes code_insee, latitude, longitude) et replace les partenaires
  qui n’étaient situés que par leur commune. Ceux qu’une personne a placés ne bougent pas.

npm run places -- <fichier.geojson>

  Charge le contour des départements (properties.code) : les cartes les dessinent. Voir docs/places.md.`;

const options = readOptions(USAGE, {}, { positionals: true });
const [file] = options.positionals;
if (!file || !fs.existsSync(file)) {
  console.error(`${file ? `Le fichier ${file} n’existe pas.` : 'Il manque le fichier.'}\n\n${USAGE}`);
  process.exit(2);
}
loadEnv();
const database = await openDatabase({ log: (line) => console.log(`· ${line}`) });
try {
  const built = inRoot('build', 'bin', 'places.js');
  const program = fs.existsSync(built) ? [built] : ['--import', 'tsx', inRoot('scripts', 'places-file.ts')];
  const { code, output } = await runProgram(process.execPath, [...program, path.resolve(file)], { env: installationEnv({ database, port: 3000 }) });
  (code === 0 ? console.log : console.error)(output.trim());
  process.exitCode = code === 0 ? 0 : 1;
} finally {
  if (database.reused === false) await database.stop();
}
