import fs from 'node:fs';
import path from 'node:path';
import { endServerOf, ensureMeilisearch } from '../../scripts/embedded-meilisearch.mjs';
import { inVar } from '../../scripts/local/paths.mjs';
import { withLock } from '../../scripts/local/lock.mjs';
import { isAlive } from '../../scripts/local/processes.mjs';

const FOLDER = inVar('test', 'meilisearch');
let last = 0;

/**
 * A Meilisearch for one test file: a tenth of a second to start, empty, ended by `stop`. Those of runs that were killed are ended and
 * erased. TEST_MEILI_URL and TEST_MEILI_KEY name another server, which a test can then not stop.
 */
export async function testMeilisearch({ log = () => {} } = {}) {
  const { TEST_MEILI_URL: url, TEST_MEILI_KEY: key } = process.env;
  const nothing = async () => {};
  if (url && key) return { url, key, stop: nothing, kill: nothing, start: nothing };
  fs.mkdirSync(FOLDER, { recursive: true });
  const dir = path.join(FOLDER, `${process.pid}-${(last += 1)}`);
  const server = await withLock(path.join(FOLDER, 'lock'), async () => {
    for (const name of fs.readdirSync(FOLDER)) if (/^\d+-\d+$/.test(name) && !isAlive(Number(name.split('-')[0]))) await erase(path.join(FOLDER, name));
    return ensureMeilisearch({ dir, log });
  });
  return {
    get url() {
      return server.url;
    },
    key: server.key,
    kill: server.kill,
    start: server.start,
    halt: server.stop,
    async stop() {
      await server.stop();
      await erase(dir);
    },
  };
}

async function erase(dir) {
  await endServerOf(dir);
  fs.rmSync(dir, { recursive: true, force: true });
}
