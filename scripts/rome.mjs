import fs from 'node:fs';
import path from 'node:path';
import { loadEnv } from './local/env-file.mjs';
import { installationEnv, openDatabase } from './local/installation.mjs';
import { readOptions } from './local/options.mjs';
import { inRoot } from './local/paths.mjs';
import { runProgram } from './local/programs.mjs';

const USAGE = `npm run rome -- <metiers.csv> <appellations.csv>

  Charge le répertoire des métiers de France Travail (ROME), en entier : un fichier de métiers (colonnes code_rome,
  libelle_rome) et un fichier d’appellations (rome_code, libelle_appellation_long). Voir docs/rome.md.`;

const files = readOptions(USAGE, {}, { positionals: true }).positionals;
const missing = files.find((file) => !fs.existsSync(file));
if (files.length !== 2 || missing) {
  console.error(`${missing ? `Le fichier ${missing} n’existe pas.` : 'Il faut deux fichiers.'}\n\n${USAGE}`);
  process.exit(2);
}
loadEnv();
const database = await openDatabase({ log: (line) => console.log(`· ${line}`) });
try {
  const built = inRoot('build', 'bin', 'rome.js');
  const program = fs.existsSync(built) ? [built] : ['--import', 'tsx', inRoot('scripts', 'rome-file.ts')];
  const { code, output } = await runProgram(process.execPath, [...program, ...files.map((file) => path.resolve(file))], { env: installationEnv({ database, port: 3000 }) });
  (code === 0 ? console.log : console.error)(output.trim());
  process.exitCode = code === 0 ? 0 : 1;
} finally {
  if (database.reused === false) await database.stop();
}
