import type { WordEngine } from '~/domain/search/word-engine';
import { env } from '~/server/env.server';
import { meilisearch, type Meilisearch, type MeilisearchSettings } from './meilisearch';
import { meilisearchEngine } from './meilisearch-engine';

type Chosen = { server: Meilisearch; engine: WordEngine } | null;
// On globalThis: the server's own bundle and Remix's build share it, and with it the silence after a failure.
const shared = globalThis as { maillageSearch?: Chosen };

/** The engine beside PostgreSQL, as the environment chooses (`SEARCH`); null when there is none. */
export function chosenSearch(): Chosen {
  if (shared.maillageSearch === undefined) {
    const { search } = env();
    chooseSearch(search.SEARCH === 'meilisearch' ? { url: search.MEILI_URL, key: search.MEILI_KEY, prefix: search.MEILI_PREFIX } : null);
  }
  return shared.maillageSearch ?? null;
}

/** Chooses another: for tests, and programs that know better than the environment. */
export function chooseSearch(settings: MeilisearchSettings | null, patience?: { patience?: number; callAgain?: number }): Chosen {
  const server = settings && meilisearch(settings);
  return (shared.maillageSearch = server && { server, engine: meilisearchEngine(server, patience) });
}
