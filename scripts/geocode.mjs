import fs from 'node:fs';
import { loadEnv } from './local/env-file.mjs';
import { installationEnv, openDatabase } from './local/installation.mjs';
import { readOptions } from './local/options.mjs';
import { inRoot } from './local/paths.mjs';
import { runProgram } from './local/programs.mjs';

const USAGE = `npm run geocode

  Cherche l’adresse de tous les partenaires qui ne sont situés que par leur commune, avec le service choisi
  (GEOCODER dans .env). Ceux qu’une personne a placés ne bougent pas. Voir docs/places.md.`;

readOptions(USAGE, {});
loadEnv();
const database = await openDatabase({ log: (line) => console.log(`· ${line}`) });
try {
  const built = inRoot('build', 'bin', 'geocode.js');
  const program = fs.existsSync(built) ? [built] : ['--import', 'tsx', inRoot('scripts', 'geocode-addresses.ts')];
  const { code, output } = await runProgram(process.execPath, program, { env: installationEnv({ database, port: 3000 }) });
  (code === 0 ? console.log : console.error)(output.trim());
  process.exitCode = code === 0 ? 0 : 1;
} finally {
  if (database.reused === false) await database.stop();
}
