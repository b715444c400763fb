import { afterAll, beforeAll } from 'vitest';
import { chooseSearch, chosenSearch } from '~/adapters/search/chosen-search';
import { feedSearch } from '~/jobs/feed-search.server';
import { rebuildSearch } from '~/jobs/rebuild-search.server';
import { asSystem } from '~/server/db.server';
import { testMeilisearch, type TestMeilisearch } from './meilisearch.mjs';

export const engines = ['postgres', 'meilisearch'] as const;
export type EngineName = (typeof engines)[number];

/** A machine under test is slow, not down. */
const PATIENCE = { patience: 10_000, callAgain: 100 };

/**
 * Chooses the engine that finds by words for the tests that follow, in the file or in the `describe` where it is called; after
 * `useDatabase`. `learn` is what the worker does after changes: everything added until then can be found. `answers` counts what
 * Meilisearch answered, so that a test knows that PostgreSQL did not stand in for it.
 */
export function useSearchEngine(name: EngineName): { learn: () => Promise<void>; answers: () => number; server: () => TestMeilisearch } {
  let server: TestMeilisearch | undefined;
  let isBuilt = false;
  let answered = 0;
  beforeAll(async () => {
    if (name === 'postgres') return void chooseSearch(null);
    server = await testMeilisearch({ log: console.log });
    isBuilt = false;
    const chosen = chooseSearch({ url: server.url, key: server.key, prefix: `test${process.pid}` }, PATIENCE)!;
    const { engine } = chosen;
    chosen.engine = async (question) => {
      const answer = await engine(question);
      if (answer.state === 'found') answered += 1;
      return answer;
    };
  });
  afterAll(async () => {
    chooseSearch(null);
    await asSystem('a test leaves its search engine', (db) => db.$executeRaw`WITH gone AS (DELETE FROM search.engine RETURNING 1) DELETE FROM search.changed`);
    await server?.stop();
  });
  return {
    async learn() {
      await asSystem('the search learns words', (db) => db.$queryRaw`SELECT search.learn_words()`);
      const meilisearch = chosenSearch()?.server;
      if (!meilisearch) return;
      if (!isBuilt) await rebuildSearch(meilisearch);
      isBuilt = true;
      while ((await feedSearch(meilisearch)) > 0);
    },
    answers: () => answered,
    server: () => server!,
  };
}
