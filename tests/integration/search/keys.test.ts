import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { chooseSearch, chosenSearch } from '~/adapters/search/chosen-search';
import { listPartners } from '~/domain/partner/list/list-partners.server';
import { silentSentence } from '~/domain/search/word-engine';
import { feedSearch } from '~/jobs/feed-search.server';
import { rebuildSearch } from '~/jobs/rebuild-search.server';
import { missionLocale } from '../../support/agencies';
import { useDatabase } from '../../support/database';
import { useSearchEngine } from '../../support/search-engine';
import { named, partners } from '../partner-list/some-partners';

/** The key that docs/meilisearch.md tells to make is enough for everything that we ask, and for nothing more. */
useDatabase();
const search = useSearchEngine('meilisearch');

let ml: Awaited<ReturnType<typeof missionLocale>>;
beforeAll(async () => {
  ml = await missionLocale();
  await partners(ml, [{ name: 'Quincaillerie Ancienne', postcode: '65000', commune: 'Tarbes' }]);
});

const toldInDocs = () => JSON.parse(/-d '(\{ "name": "Maillage"[\s\S]*?\})'/.exec(readFileSync(new URL('../../../docs/meilisearch.md', import.meta.url), 'utf8'))![1]!) as { actions: string[] };
async function ask(path: string, key: string, body?: object) {
  const answer = await fetch(`${search.server().url}${path}`, { method: body ? 'POST' : 'GET', headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' }, body: body && JSON.stringify(body) });
  return { status: answer.status, ...((await answer.json()) as { key?: string }) };
}
function use(key: string) {
  chooseSearch({ url: search.server().url, key, prefix: `test${process.pid}` }, { patience: 10_000, callAgain: 100 });
  return chosenSearch()!.server;
}
const list = (q = 'quincaillerie') => ml.as('officer').do(listPartners, { q });

test('la clé limitée construit, échange, envoie et cherche ; elle ne fait pas d’autres clés', async () => {
  const { key } = await ask('/keys', search.server().key, toldInDocs());
  const limited = use(key!);
  await rebuildSearch(limited);
  await rebuildSearch(limited); // the first one takes a name, the second exchanges two
  await partners(ml, [{ name: 'Quincaillerie Neuve', postcode: '65000', commune: 'Tarbes' }]);
  expect(await feedSearch(limited)).toBe(1);
  const { notices, ...found } = await list('quincalerie');
  expect([named(found as never).sort(), notices]).toEqual([['Quincaillerie Ancienne', 'Quincaillerie Neuve'], []]);
  expect((await ask('/stats', key!)).status).toBe(200); // npm run doctor
  for (const path of ['/keys', '/dumps']) expect([path, (await ask(path, key!, path === '/keys' ? toldInDocs() : {})).status]).toEqual([path, 403]);
}, 60_000);

test('une clé qui ne fait que chercher, ou qui n’est plus valable : rien ne se perd, et les pages répondent', async () => {
  const { key } = await ask('/keys', search.server().key, { ...toldInDocs(), actions: ['search'] });
  await partners(ml, [{ name: 'Quincaillerie Troisième', postcode: '65000', commune: 'Tarbes' }]);
  for (const bad of [key!, 'une-cle-qui-n-existe-pas']) {
    await expect(feedSearch(use(bad))).rejects.toThrow('API key');
    const { total, notices } = await list();
    expect({ total, notices }).toEqual(bad === key ? { total: 2, notices: [] } : { total: 3, notices: [silentSentence.down] });
  }
  expect(await feedSearch(use(search.server().key))).toBe(1);
  expect((await list()).total).toBe(3);
});
