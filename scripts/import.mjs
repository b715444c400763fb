import fs from 'node:fs';
import path from 'node:path';
import { loadEnv } from './local/env-file.mjs';
import { installationEnv, openDatabase } from './local/installation.mjs';
import { installIfStale } from './local/install.mjs';
import { readOptions } from './local/options.mjs';
import { inRoot } from './local/paths.mjs';
import { runProgram } from './local/programs.mjs';

// `npm run import -- <file> …`: the import program, in the environment of this installation. npm moves to the root of
// the checkout, so a file is looked for where the person was.
const USAGE = `npm run import -- <fichier> --agency "<nom de la Mission Locale>" --as <courriel> [--yes]

  Importe un fichier de partenaires (.xlsx ou .csv), avec les droits de la personne nommée : dit d’abord ce qui va
  changer, puis demande.

  --agency   le nom de la Mission Locale, tel qu’il est dans le site
  --as       l’adresse de connexion de la personne pour qui l’import est fait
  --yes      sans demander`;

const asked = readOptions(USAGE, { agency: { type: 'string' }, as: { type: 'string' }, yes: { type: 'boolean' } }, { positionals: true });
const from = process.env.INIT_CWD ?? process.cwd();
const [file] = asked.positionals;
const lacks = !file ? 'Il manque le fichier.' : !fs.existsSync(path.resolve(from, file)) ? `Le fichier ${file} n’existe pas.` : !asked.agency ? 'Il manque --agency.' : !asked.as && 'Il manque --as.';
if (lacks) {
  console.error(`${lacks}\n\n${USAGE}`);
  process.exit(2);
}
loadEnv();
const log = (line) => console.log(`· ${line}`);
const args = process.argv.slice(2).map((argument) => {
  const here = path.resolve(from, argument);
  return !argument.startsWith('-') && fs.existsSync(here) ? here : argument;
});

let database;
try {
  await installIfStale({ log });
  database = await openDatabase({ log });
  const { build } = await import('./build.mjs');
  await build({ log });
  const { migrate } = await import('./migrate.mjs');
  await migrate({ ...database, log });
  const env = installationEnv({ database, port: process.env.PORT || '3000' });
  const { code } = await runProgram(process.execPath, [inRoot('build', 'bin', 'import.js'), ...args], { env, show: true });
  process.exitCode = typeof code === 'number' ? code : 1;
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  if (database?.embedded && !database.reused) await database.stop(); // left alone when « npm start » runs
}
