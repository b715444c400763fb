import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { chooseSearch } from '~/adapters/search/chosen-search';
import { listPartners } from '~/domain/partner/list/list-partners.server';
import { silentSentence } from '~/domain/search/word-engine';
import { missionLocale } from '../../support/agencies';
import { useDatabase } from '../../support/database';
import { useSearchEngine } from '../../support/search-engine';
import { named, partners } from '../partner-list/some-partners';

/** Meilisearch that stops, hangs, refuses or is not built: the list answers all the same, and says so. */
useDatabase();
let ml: Awaited<ReturnType<typeof missionLocale>>;
const list = (q = 'boulangerie') => ml.as('counsellor').do(listPartners, { q });

beforeAll(async () => {
  ml = await missionLocale();
  await partners(ml, [{ name: 'Boulangerie Martin', postcode: '65000', commune: 'Tarbes' }, { name: 'Boulangerie du Marché', postcode: '65000', commune: 'Tarbes' }]);
});

describe('un vrai Meilisearch', () => {
  const search = useSearchEngine('meilisearch');

  test('pas encore construit : PostgreSQL répond, et la liste le dit', async () => {
    const { total, notices } = await list();
    expect({ total, notices }).toEqual({ total: 2, notices: [silentSentence.notBuilt] });
  });

  test('arrêté au milieu, puis revenu : la même liste, une phrase, et plus de phrase', async () => {
    await search.learn();
    const usual = await list();
    expect(usual.notices).toEqual([]);

    await search.server().kill();
    const meanwhile = await list();
    expect(named(meanwhile).sort()).toEqual(named(usual).sort());
    expect(meanwhile.notices).toEqual([silentSentence.down]);
    expect(silentSentence.down).toMatch(/recherche de secours/);
    // What happened meanwhile is found at once: nobody waits for the engine.
    await partners(ml, [{ name: 'Boulangerie Neuve', postcode: '65000', commune: 'Tarbes' }]);
    expect((await list()).total).toBe(3);

    await search.server().start();
    await expect.poll(async () => (await list()).notices, { timeout: 10_000 }).toEqual([]);
    const answers = search.answers();
    await search.learn();
    expect(named(await list('boulangerie neuve'))).toEqual(['Boulangerie Neuve']);
    expect(search.answers()).toBe(answers + 1);
  });

  test('une page demandée pendant l’arrêt recommence du début, sans erreur, quand l’ordre n’est plus le même', async () => {
    await partners(ml, Array.from({ length: 30 }, (_, i) => ({ name: `Fleuriste ${i}`, postcode: '65000', commune: 'Tarbes' })));
    await search.learn();
    const { next } = await list('fleuriste');
    await search.server().kill();
    const page = await ml.as('counsellor').do(listPartners, { q: 'fleuriste', apres: next });
    expect({ from: page.from, shown: page.rows.length, total: page.total }).toEqual({ from: 1, shown: 25, total: 30 });
    await search.server().start();
  });
});

describe('un faux serveur, qui compte ce qu’on lui demande', () => {
  let asked: string[];
  let server: Server;
  let answer: 'nothing' | 'refusal' | 'denial' | 'nonsense';
  beforeEach(async () => {
    asked = [];
    server = createServer((request, response) => {
      asked.push(request.url ?? '');
      if (answer === 'nothing') return;
      if (answer === 'nonsense') return void response.end('<html>');
      response.statusCode = answer === 'refusal' ? 400 : 403;
      response.end(JSON.stringify({ code: answer === 'refusal' ? 'invalid_search_filter' : 'invalid_api_key', message: 'non' }));
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    chooseSearch({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, key: 'x'.repeat(16), prefix: 'faux' }, { patience: 150, callAgain: 3_600_000 });
  });
  afterEach(async () => {
    chooseSearch(null);
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  test('il accepte et se tait : une seule question attend, les suivantes ne lui sont pas posées', async () => {
    answer = 'nothing';
    for (let n = 0; n < 5; n += 1) expect((await list()).notices).toEqual([silentSentence.down]);
    expect(asked).toEqual(['/indexes/faux_partners/search']);
  });

  test.each(['denial', 'nonsense'] as const)('il répond n’importe quoi (%s) : PostgreSQL répond', async (what) => {
    answer = what;
    for (let n = 0; n < 3; n += 1) expect(await list()).toMatchObject({ total: 3, notices: [silentSentence.down] });
    expect(asked.length).toBe(1);
  });

  test('il refuse une question : PostgreSQL répond à celle-là, les autres lui sont encore posées', async () => {
    answer = 'refusal';
    for (let n = 0; n < 3; n += 1) expect(await list()).toMatchObject({ total: 3, notices: [] });
    expect(asked.length).toBe(3);
  });

  test('on ne lui demande ni une lettre seule, ni un numéro, ni plus de dix mots, ni rien', async () => {
    answer = 'denial';
    for (const q of ['', 'b', '41071771400035', 'un deux trois quatre cinq six sept huit neuf dix onze douze treize']) expect((await list(q)).notices, q).toEqual([]);
    expect(asked).toEqual([]);
  });
});
