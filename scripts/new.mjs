import fs from 'node:fs';
import path from 'node:path';
import { commandFiles } from './local/command-files.mjs';
import { readOptions } from './local/options.mjs';
import { inRoot } from './local/paths.mjs';

const USAGE = `npm run new -- <domaine> <verbe-nom>

  par exemple : npm run new -- partnership archive-partnership
  Écrit app/domain/<domaine>/<verbe-nom>.server.ts et son test ; le test est rouge tant que la commande n’est pas écrite.`;

const { positionals } = readOptions(USAGE, {}, { positionals: true });
try {
  const files = commandFiles(...positionals);
  const existing = Object.keys(files).find((file) => fs.existsSync(inRoot(file)));
  if (existing) throw new Error(`${existing} existe déjà : rien n’a été écrit.`);
  for (const [file, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(inRoot(file)), { recursive: true });
    fs.writeFileSync(inRoot(file), text);
    console.log(`Écrit : ${file}`);
  }
  const [, test] = Object.keys(files);
  console.log(`Ensuite : la permission dans app/access/permissions.ts, puis « npm test -- --only=integration -- ${test} »`);
} catch (error) {
  console.error(`${error.message}\n\n${USAGE}`);
  process.exitCode = 2;
}
