import { chosenSearch } from '~/adapters/search/chosen-search';
import { rebuildSearch } from '~/jobs/rebuild-search.server';
import { closeDatabase } from '~/server/db.server';
import { frenchNumber } from '~/ui/french-number';

/** `npm run search:rebuild`: Meilisearch's index, whole; see docs/decisions/0010-two-search-engines.md. */
const search = chosenSearch();
if (!search) console.log('PostgreSQL cherche seul : il n’a pas d’autre index. Pour Meilisearch, mettez SEARCH=meilisearch dans .env.');
else {
  const from = performance.now();
  try {
    const built = await rebuildSearch(search.server, { onProgress: (kind, count) => console.log(`· ${frenchNumber(count)} ${kind === 'partner' ? 'partenaires' : 'offres'}`) });
    console.log(`${frenchNumber(built.partner)} partenaires et ${frenchNumber(built.offer)} offres en ${Math.round((performance.now() - from) / 1000)} s. Le nouvel index sert.`);
  } catch (error) {
    console.error(`L’index n’est pas reconstruit, celui d’avant sert encore : ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}
await closeDatabase();
