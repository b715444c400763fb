import fs from 'node:fs';
import { loadEnv } from './local/env-file.mjs';
import { installationEnv, openDatabase } from './local/installation.mjs';
import { readOptions } from './local/options.mjs';
import { inRoot } from './local/paths.mjs';
import { runProgram } from './local/programs.mjs';

const USAGE = `npm run search:rebuild

  Reconstruit l’index de Meilisearch à côté de celui qui sert, puis les échange : la recherche ne s’arrête pas. Utile après la
  restauration d’une sauvegarde, ou si « npm run doctor » le demande. Sans Meilisearch (SEARCH dans .env), il n’y a rien à faire.`;

readOptions(USAGE, {});
loadEnv();
const database = await openDatabase({ log: (line) => console.log(`· ${line}`) });
try {
  const built = inRoot('build', 'bin', 'search-rebuild.js');
  const program = fs.existsSync(built) ? [built] : ['--import', 'tsx', inRoot('scripts', 'rebuild-search.ts')];
  const { code } = await runProgram(process.execPath, program, { env: installationEnv({ database, port: 3000 }), show: true });
  process.exitCode = code === 0 ? 0 : 1;
} finally {
  if (database.reused === false) await database.stop();
}
