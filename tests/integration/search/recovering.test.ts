import type { LoaderFunctionArgs } from '@remix-run/node';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { chooseSearch, chosenSearch } from '~/adapters/search/chosen-search';
import type { Meilisearch } from '~/adapters/search/meilisearch';
import { listPartners } from '~/domain/partner/list/list-partners.server';
import type { SearchState } from '~/domain/search/search-state';
import { keepForItsReturn } from '~/jobs/bound-changes.server';
import { feedSearch } from '~/jobs/feed-search.server';
import { keepSearchFed, rebuildIfNeeded } from '~/jobs/keep-search-fed.server';
import { clearUnfinished, rebuildSearch } from '~/jobs/rebuild-search.server';
import { loader as ready } from '~/routes/api/ready';
import { asSystem } from '~/server/db.server';
import { env } from '~/server/env.server';
import { bundle } from '../../../scripts/local/esbuild.mjs';
import { inVar } from '../../../scripts/local/paths.mjs';
import { missionLocale } from '../../support/agencies';
import { useDatabase } from '../../support/database';
import { useSearchEngine } from '../../support/search-engine';
import { named, partners } from '../partner-list/some-partners';

/** Killed, started without its engine, given a document that it will not have: the search says what is true, and goes on by itself. */
useDatabase();
const search = useSearchEngine('meilisearch');
const settings = () => ({ url: search.server().url, key: search.server().key, prefix: `test${process.pid}` });

let ml: Awaited<ReturnType<typeof missionLocale>>;
let folder = '';
const server = () => chosenSearch()!.server;
const add = async (name: string) => (await partners(ml, [{ name, postcode: '65000', commune: 'Tarbes' }]))[0]!;
const found = async (q: string) => named(await ml.as('officer').do(listPartners, { q }));
const drain = async () => {
  while ((await feedSearch(server())) > 0);
};
const probe = (headers: Record<string, string> = {}) => ({ request: new Request('http://127.0.0.1/ready', { headers }), params: {}, context: {} }) as unknown as LoaderFunctionArgs;
/** What whoever looks after the site reads. */
const told = async () => ((await (await ready(probe({ Authorization: `Bearer ${env().METRICS_TOKEN}` }))).json()) as { search: { engine: string } & SearchState }).search;
const inEngine = () => asSystem('a test looks', async (db) => (await db.$queryRaw<{ builtAt: Date; unsent: number; kept: number }[]>`
  SELECT built_at AS "builtAt", (SELECT count(*)::int FROM search.changed WHERE NOT is_sent) AS unsent, (SELECT count(*)::int FROM search.changed WHERE is_sent) AS kept FROM search.engine`)[0]);
const fedAt = () => asSystem('a test looks', async (db) => (await db.$queryRaw<{ at: Date }[]>`SELECT fed_at AS at FROM search.engine`)[0]!.at.getTime());
const asked = () => asSystem('a test looks', (db) => db.$queryRaw<{ id: string }[]>`SELECT id::text FROM graphile_worker.jobs WHERE key = 'search:rebuild'`);

beforeAll(async () => {
  ml = await missionLocale();
  await add('Charpente Ancienne');
  await search.learn();
  folder = mkdtempSync(inVar('test', 'rebuild-')); // in the checkout, where the program finds its packages
  await bundle({ rebuild: 'scripts/rebuild-search.ts' }, folder);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(async () => {
  chooseSearch(settings(), { patience: 10_000, callAgain: 100 });
  await drain();
});

test('une reconstruction tuée net : /ready ne la dit plus en cours, sa moitié ne sert jamais et s’en va, rien ne manque ensuite', async () => {
  const { url, key, prefix } = settings();
  const program = spawn(process.execPath, [path.join(folder, 'rebuild.js')], { env: { ...process.env, SEARCH: 'meilisearch', MEILI_URL: url, MEILI_KEY: key, MEILI_PREFIX: prefix }, stdio: 'ignore' });
  const ended = new Promise((resolve) => program.once('exit', (_code, signal) => resolve(signal)));
  await expect.poll(async () => (await told()).building && (await server().hasIndex('partners_next')), { timeout: 30_000, interval: 20 }).toBe(true);
  await add('Charpente du Milieu');
  // Sent to the index in use, and kept for the other.
  expect(await feedSearch(server())).toBe(1);
  expect(await inEngine()).toMatchObject({ unsent: 0, kept: 1 });
  program.kill('SIGKILL');
  expect(await ended).toBe('SIGKILL');

  await expect.poll(told, { timeout: 5_000 }).toMatchObject({ state: 'ok', building: false });
  expect((await found('charpante')).sort()).toEqual(['Charpente Ancienne', 'Charpente du Milieu']);
  expect(await clearUnfinished(server())).toBe(true);
  expect([await server().hasIndex('partners_next'), await inEngine()]).toEqual([false, expect.objectContaining({ unsent: 0, kept: 0 })]);
  expect(await clearUnfinished(server())).toBe(false);
}, 90_000);

test('pendant une reconstruction, personne n’en demande une autre, ni ne la dit en échec ; ce qu’elle construit n’est pas enlevé', async () => {
  const before = await inEngine();
  let meanwhile: Promise<unknown> | undefined;
  await asSystem('the words of search/ change', (db) => db.$executeRaw`UPDATE search.engine SET making = 'autrement'`);
  await rebuildSearch(server(), {
    onProgress: () => void (meanwhile ??= (async () => {
      const from = await fedAt();
      const feeding = await keepSearchFed();
      await expect.poll(fedAt, { timeout: 20_000 }).toBeGreaterThan(from); // its worker has looked after the index
      await rebuildIfNeeded();
      expect([await asked(), await clearUnfinished(server())]).toEqual([[], false]);
      await feeding.stop();
    })()),
  });
  await meanwhile;
  expect((await inEngine())!.builtAt.getTime()).toBeGreaterThan(before!.builtAt.getTime());
}, 60_000);

test('une longue transaction ne retient pas la reconstruction, et ce qu’elle écrit arrive après elle', async () => {
  const id = await add('Ganterie Longue');
  let [commit, isOpen] = [() => {}, () => {}];
  const opened = new Promise<void>((resolve) => (isOpen = resolve));
  const writing = asSystem('somebody writes for long', async (db) => {
    await db.$executeRaw`UPDATE organisation SET name = 'Ganterie Gantière' WHERE id = (SELECT organisation_id FROM partnership WHERE id = ${id}::uuid)`;
    isOpen();
    await new Promise<void>((resolve) => (commit = resolve));
  }, { timeout: 60_000 });
  await opened;
  await rebuildSearch(server());
  commit();
  await writing;
  expect((await told()).waiting).toBe(1);
  await drain();
  expect(await found('gantiere')).toEqual(['Ganterie Gantière']);
}, 90_000);

test('Meilisearch tué : /ready le dit à la première question, sans attendre la tâche de fond ; revenu, il le dit aussi', async () => {
  expect(await told()).toMatchObject({ engine: 'meilisearch', state: 'ok' });
  await search.server().kill();
  expect((await told()).state).toBe('down');
  await search.server().start();
  expect((await told()).state).toBe('ok');
});

test('démarré une fois sans SEARCH : ce qui change est gardé, et le moteur l’apprend à son retour sans être reconstruit', async () => {
  const before = await inEngine();
  chooseSearch(null);
  const without = await keepSearchFed();
  await add('Marbrerie Sans Moteur');
  expect(await found('marbrerie')).toEqual(['Marbrerie Sans Moteur']);
  expect(await told()).toEqual({ engine: 'postgres' });
  await without.stop();
  expect(await inEngine()).toEqual({ ...before, unsent: 1 });

  chooseSearch(settings(), { patience: 10_000 });
  const again = await keepSearchFed();
  await expect.poll(inEngine, { timeout: 20_000 }).toEqual({ ...before, unsent: 0 });
  await again.stop();
  expect([await asked(), await found('marbreri moteur')]).toEqual([[], ['Marbrerie Sans Moteur']]);
}, 60_000);

test('sans lui trop longtemps, ou pour trop de changements : rien n’est plus gardé, et son retour reconstruit', async () => {
  for (const name of ['Dorure Une', 'Dorure Deux']) await add(name);
  expect(await keepForItsReturn({ most: 2 })).toBe(2);
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);
  expect(await keepForItsReturn({ now: inDays(29) })).toBe(2);
  expect(await keepForItsReturn({ now: inDays(31) })).toBe(null);
  expect(await inEngine()).toBe(undefined);
  await add('Dorure Trois');
  expect(await asSystem('a test looks', (db) => db.$queryRaw`SELECT FROM search.changed`)).toEqual([]);
  await rebuildIfNeeded();
  await add('Dorure Quatre');
  expect(await keepForItsReturn({ most: 0 })).toBe(null);
  await rebuildIfNeeded();
  await expect.poll(async () => (await found('dorrure')).length, { timeout: 10_000 }).toBe(4);
}, 60_000);

test('une fiche que Meilisearch refuse est mise de côté et dite ; toutes les autres passent, à l’envoi comme à la reconstruction', async () => {
  const names = Array.from({ length: 9 }, (_, i) => `Vitrerie ${i}`);
  const ids: string[] = [];
  for (const name of names) ids.push(await add(name));
  const [poison] = ids.splice(4, 1);
  // Meilisearch itself refuses this id, and with it the whole request.
  const poisoned: Meilisearch = { ...server(), addDocuments: (index, documents) => server().addDocuments(index, (documents as { id: string }[]).map((one) => (one.id === poison ? { ...one, id: 'pas un identifiant !' } : one))) };
  const others = async () => ({ found: (await chosenSearch()!.engine({ kind: 'partner', words: ['vitrerie'], within: [], most: 100 })) as { things: { id: string }[] }, told: await told() });
  const asItShould = (state: Awaited<ReturnType<typeof others>>) => expect([state.found.things.map(({ id }) => id).sort(), state.told]).toEqual([[...ids].sort(), { engine: 'meilisearch', state: 'ok', building: false, waiting: 0, lagSeconds: 0, refused: 1 }]);

  expect(await feedSearch(poisoned)).toBe(9);
  expect(await feedSearch(poisoned)).toBe(0);
  asItShould(await others());
  await rebuildSearch(poisoned);
  asItShould(await others());
  expect(await asSystem('a test looks', (db) => db.$queryRaw`SELECT kind, id::text, why FROM search.refused`)).toEqual([{ kind: 'partner', id: poison, why: 'invalid_document_id' }]);
  // A later version of it that passes.
  await ml.as('officer').run(({ db }) => db.$executeRaw`UPDATE organisation SET name = 'Vitrerie 4 bis' WHERE id = (SELECT organisation_id FROM partnership WHERE id = ${poison}::uuid)`);
  await drain();
  expect([(await others()).found.things.length, (await told()).refused]).toEqual([9, 0]);
}, 60_000);

test('tout est refusé pour une autre raison que les fiches : rien n’est mis de côté, tout attend, et la cause est dite', async () => {
  await add('Tonnellerie');
  const readOnly = { ...server(), addDocuments: () => Promise.reject(Object.assign(new Error('The provided API key is invalid.'), { status: 403 })) };
  await expect(feedSearch(readOnly)).rejects.toThrow('API key');
  expect(await told()).toMatchObject({ waiting: 1, refused: 0 });
});

test('la clé n’est ni dans /ready, ni dans le journal, ni dans la base, quoi qu’il arrive', async () => {
  const said: string[] = [];
  const listening = vi.spyOn(process.stdout, 'write').mockImplementation((line) => said.push(String(line)) > 0);
  const { url, prefix } = settings();
  const key = 'une-cle-qui-ne-doit-se-lire-nulle-part';
  try {
    for (const address of [url, 'http://127.0.0.1:9']) {
      chooseSearch({ url: address, key, prefix });
      await found('charpente');
      await rebuildIfNeeded().catch((error: unknown) => said.push(String(error)));
      const feeding = await keepSearchFed();
      await add('Coutellerie');
      await expect.poll(async () => asSystem('a test looks', async (db) => (await db.$queryRaw<{ failure: string | null }[]>`SELECT failure FROM search.engine`)[0]!.failure), { timeout: 10_000 }).toMatch(address === url ? /API key/ : /ECONNREFUSED/);
      await feeding.stop();
      said.push(JSON.stringify(await told()), JSON.stringify(await asSystem('a test looks', (db) => db.$queryRaw`SELECT * FROM search.engine`)));
    }
  } finally {
    listening.mockRestore();
  }
  expect(said.filter((line) => line.includes('search feed')).length).toBeGreaterThan(0);
  expect(said.filter((line) => line.includes(key))).toEqual([]);
}, 60_000);
