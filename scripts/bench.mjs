import { ensureMeilisearch } from './embedded-meilisearch.mjs';
import { ensurePostgres } from './embedded-postgres.mjs';
import { build } from './build.mjs';
import { installIfStale } from './local/install.mjs';
import { readOptions } from './local/options.mjs';
import { inRoot, inVar } from './local/paths.mjs';
import { runProgram } from './local/programs.mjs';
import { localSecrets } from './local/secrets.mjs';

// `npm run bench -- --scale 0.1`: measures at the size of the network, in a PostgreSQL of its own that is kept between
// runs (filling it takes minutes). `--engine meilisearch` puts Meilisearch beside it, its index built anew. Nothing of the installation is touched.
const log = (line) => console.log(`· ${line}`);
const USAGE = `npm run bench -- [options]

  Mesure le site à la taille du réseau, dans une base à part (var/bench). Voir docs/performance.md.

  --scale 1                 1 : le réseau entier ; 0.1 : le dixième
  --requests 200            demandes par mesure
  --only texte,rayon        ces mesures seulement
  --no-import               sans l’import
  --engine meilisearch      avec Meilisearch à côté de PostgreSQL
  --map                     la carte sous la main, dans Chromium`;
const text = { type: 'string' };
const options = readOptions(USAGE, { scale: text, requests: text, only: text, engine: text, 'no-import': { type: 'boolean' }, map: { type: 'boolean' } });
const wrong = ['scale', 'requests'].find((name) => options[name] !== undefined && !(Number(options[name]) > 0));
if (wrong) {
  console.error(`--${wrong} attend un nombre plus grand que zéro.\n\n${USAGE}`);
  process.exit(2);
}
let cluster;
let engine;
try {
  await installIfStale({ log });
  await build({ log });
  const secrets = localSecrets(inVar('bench', 'secrets.json'));
  // As the real one, durable writes included, but with the memory that such a database would be given.
  const settings = { shared_buffers: '1GB', effective_cache_size: '3GB', maintenance_work_mem: '512MB', max_wal_size: '8GB' };
  cluster = await ensurePostgres({ dir: inVar('bench', 'postgres'), secrets, settings, log });
  if (options.engine === 'meilisearch') engine = await ensureMeilisearch({ dir: inVar('bench', 'meilisearch'), log });
  const env = {
    NODE_ENV: 'production',
    APP_MODE: 'local',
    HOST: '127.0.0.1',
    APP_SECRET: secrets.appSecret,
    DATABASE_URL: cluster.appUrl,
    DATABASE_ADMIN_URL: cluster.adminUrl,
    MAIL_DIR: inVar('bench', 'mail'),
    FILES_DIR: inVar('bench', 'files'),
    ...(engine && { SEARCH: 'meilisearch', MEILI_URL: engine.url, MEILI_KEY: engine.key }),
  };
  const { code } = await runProgram(process.execPath, ['--import', 'tsx', inRoot('tests', 'bench', 'run.ts'), ...process.argv.slice(2)], { env, show: true });
  process.exitCode = code === 0 ? 0 : 1;
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  if (engine) await engine.stop();
  if (cluster && !cluster.reused) await cluster.stop();
}
