import { chosenSearch } from '~/adapters/search/chosen-search';

/** As long as a page would wait for it. */
const PATIENCE_MS = 300;

/** Does the engine beside PostgreSQL answer this very process, with this key? Null when there is none. */
export async function engineAnswers(): Promise<boolean | null> {
  const search = chosenSearch();
  if (!search) return null;
  return search.server.hasIndex('partners', PATIENCE_MS).then(
    () => true,
    () => false,
  );
}
