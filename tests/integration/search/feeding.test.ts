import { beforeAll, beforeEach, expect, test } from 'vitest';
import { chosenSearch } from '~/adapters/search/chosen-search';
import type { WordQuestion } from '~/domain/search/word-engine';
import { listPartners } from '~/domain/partner/list/list-partners.server';
import { silentSentence } from '~/domain/search/word-engine';
import { stateOfSearch } from '~/domain/search/state-of-search.server';
import { boundChanges } from '~/jobs/bound-changes.server';
import { feedSearch } from '~/jobs/feed-search.server';
import { keepSearchFed, rebuildIfNeeded } from '~/jobs/keep-search-fed.server';
import { rebuildSearch } from '~/jobs/rebuild-search.server';
import { asSystem } from '~/server/db.server';
import { missionLocale } from '../../support/agencies';
import { useDatabase } from '../../support/database';
import { useSearchEngine } from '../../support/search-engine';
import { manyPartners, named, partners } from '../partner-list/some-partners';

/** What changes reaches the index, whoever dies in between; an index half built is never searched. */
useDatabase();
const search = useSearchEngine('meilisearch');

let ml: Awaited<ReturnType<typeof missionLocale>>;
const server = () => chosenSearch()!.server;
/** What Meilisearch itself finds, without PostgreSQL behind it. */
async function inIndex(word: string): Promise<number> {
  const question: WordQuestion = { kind: 'partner', words: [word], within: [{ field: 'agency', anyOf: [ml.id] }, { field: 'isArchived', anyOf: [false] }], most: 1000 };
  const answer = await chosenSearch()!.engine(question);
  return answer.state === 'found' ? answer.things.length : -1;
}
const waiting = async () => (await asSystem('a test looks at what waits', stateOfSearch)).waiting;
const drain = async () => {
  while ((await feedSearch(server())) > 0);
};
const add = async (name: string) => (await partners(ml, [{ name, postcode: '65000', commune: 'Tarbes' }]))[0]!;

beforeAll(async () => {
  ml = await missionLocale();
  await add('Charpente Ancienne');
});
beforeEach(drain);

test('sans index connu de la base, rien n’est noté ; le premier se construit, et la base le sait', async () => {
  expect(await asSystem('a test looks', (db) => db.$queryRaw`SELECT FROM search.changed`)).toEqual([]);
  expect((await asSystem('a test looks', stateOfSearch)).state).toBe('notBuilt');
  await rebuildIfNeeded();
  expect(await inIndex('charpente')).toBe(1);
  expect(await asSystem('a test looks', stateOfSearch)).toEqual({ state: 'ok', building: false, waiting: 0, lagSeconds: 0, refused: 0 });
});

test('un ajout, un changement de nom, un archivage arrivent dans l’index ; la transaction annulée n’y laisse rien', async () => {
  const id = await add('Ferronnerie Durand');
  expect(await waiting()).toBe(1);
  await drain();
  expect(await inIndex('ferronnerie')).toBe(1);
  await ml.as('officer').run(({ db }) => db.$executeRaw`UPDATE organisation SET name = 'Serrurerie Durand' WHERE id = (SELECT organisation_id FROM partnership WHERE id = ${id}::uuid)`);
  await drain();
  expect([await inIndex('ferronnerie'), await inIndex('serrurerie')]).toEqual([0, 1]);
  await ml.as('officer').run(({ db }) => db.$executeRaw`UPDATE partnership SET stage = 'archived' WHERE id = ${id}::uuid`);
  await drain();
  expect(await inIndex('serrurerie')).toBe(0);
  const undone = ml.as('officer').run(async (ctx) => {
    await ctx.db.$executeRaw`UPDATE organisation SET name = 'Jamais' WHERE id = (SELECT organisation_id FROM partnership WHERE id = ${id}::uuid)`;
    throw new Error('annulé');
  });
  await expect(undone).rejects.toThrow('annulé');
  expect(await waiting()).toBe(0);
});

test('Meilisearch arrêté au milieu d’un import : rien ne se perd, tout y est à son retour', async () => {
  const [total, most] = [450, 200]; // more than two batches
  await manyPartners(ml, Array.from({ length: total }, (_, i) => ({ name: `Tuilerie ${i}`, communeCode: '65440', departementCode: '65' })));
  expect(await feedSearch(server(), { most })).toBe(most);
  // Killed while a batch is on its way: whether it was written or not, it is sent again.
  const onItsWay = feedSearch(server(), { most }).catch(() => 'failed');
  await search.server().kill();
  await onItsWay;
  await expect(feedSearch(server(), { most })).rejects.toThrow();
  await add('Tuilerie pendant l’arrêt');
  expect(await waiting()).toBeGreaterThanOrEqual(total - 2 * most);
  await search.server().start();
  await drain();
  expect(await waiting()).toBe(0);
  const { n } = (await asSystem('a test counts', (db) => db.$queryRaw<{ n: number }[]>`SELECT count(*)::int AS n FROM search.partner`))[0]!;
  expect(await server().countDocuments('partners')).toBe(n);
}, 60_000);

test('un index à moitié construit ne sert jamais : celui d’avant répond, et la suite s’y ajoute', async () => {
  const halfBuilt = rebuildSearch(server(), { onProgress: () => void search.server().kill() });
  await expect(halfBuilt).rejects.toThrow();
  await search.server().start();
  await expect.poll(() => inIndex('charpente'), { timeout: 10_000 }).toBe(1);
  await add('Charpente Seconde');
  await drain();
  // The rebuild that died keeps nothing back.
  expect(await inIndex('charpente')).toBe(2);
  expect(await asSystem('a test looks', (db) => db.$queryRaw`SELECT FROM search.changed`)).toEqual([]);
  await rebuildSearch(server());
  expect([await inIndex('charpente'), await server().hasIndex('partners_next')]).toEqual([2, false]);
});

test('ce qui change pendant la reconstruction est dans l’index qui sert, et dans le nouveau', async () => {
  let during: Promise<unknown> | undefined;
  await rebuildSearch(server(), {
    onProgress(kind) {
      // The partners were read: this one would be missed by a rebuild that only copies.
      if (kind === 'offer' || during) return;
      during = add('Vannerie Tardive').then(() => feedSearch(server())).then(async () => expect(await inIndex('vannerie')).toBe(1));
    },
  });
  await during;
  await drain();
  expect(await inIndex('vannerie')).toBe(1);
});

test('deux reconstructions à la fois : la seconde le dit', async () => {
  const first = rebuildSearch(server());
  await expect.poll(async () => (await asSystem('a test looks', stateOfSearch)).building).toBe(true);
  await expect(rebuildSearch(server())).rejects.toThrow('déjà en reconstruction');
  await first;
});

test('d’autres synonymes, un index effacé : la tâche reconstruit ; sinon elle ne fait rien', async () => {
  const builtAt = async () => (await asSystem('a test looks', (db) => db.$queryRaw<{ at: Date }[]>`SELECT built_at AS at FROM search.engine`))[0]!.at;
  const before = await builtAt();
  await rebuildIfNeeded();
  expect(await builtAt()).toEqual(before);
  await asSystem('the words of search/ change', (db) => db.$executeRaw`UPDATE search.engine SET making = 'autrement'`);
  await rebuildIfNeeded();
  expect((await builtAt()).getTime()).toBeGreaterThan(before.getTime());
  await server().wait(await server().dropIndex('partners'));
  await add('Poterie');
  await expect(feedSearch(server())).rejects.toThrow('search:rebuild');
  expect((await ml.as('officer').do(listPartners, { q: 'poterie' })).notices).toEqual([silentSentence.notBuilt]);
  await rebuildIfNeeded();
  expect(await inIndex('poterie')).toBe(1);
});

test('trop de changements en attente : ils sont abandonnés, la base le dit, et l’index se reconstruit au retour du moteur', async () => {
  await search.server().kill();
  for (const name of ['Sellerie Une', 'Sellerie Deux', 'Sellerie Trois']) await add(name);
  expect(await boundChanges({ most: 3 })).toBe(false);
  expect(await waiting()).toBe(3);
  expect(await boundChanges({ most: 2 })).toBe(true);
  expect(await asSystem('a test looks', stateOfSearch)).toMatchObject({ state: 'outdated', waiting: 0 });
  // PostgreSQL answers meanwhile; the index in use serves again until the other is there.
  expect((await ml.as('officer').do(listPartners, { q: 'sellerie' })).total).toBe(3);
  await search.server().start();
  await expect.poll(() => inIndex('charpente'), { timeout: 10_000 }).toBeGreaterThan(0);
  await rebuildIfNeeded();
  expect(await inIndex('sellerie')).toBe(3);
  expect((await asSystem('a test looks', stateOfSearch)).state).toBe('ok');
});

test('l’index d’une autre vie de la base ne sert pas pendant qu’elle construit le sien', async () => {
  await asSystem('the database is restored from before the engine', (db) => db.$executeRaw`WITH gone AS (DELETE FROM search.engine RETURNING 1) DELETE FROM search.changed`);
  const seen: number[] = [];
  let looked: Promise<unknown> | undefined;
  await rebuildSearch(server(), { onProgress: () => void (looked ??= inIndex('charpente').then((n) => seen.push(n))) });
  await looked;
  expect(seen).toEqual([-1]);
  expect(await inIndex('charpente')).toBe(2);
});

test('la tâche de fond envoie d’elle-même, survit à un arrêt du moteur, et le dit à qui surveille', async () => {
  const feeding = await keepSearchFed();
  await add('Horlogerie');
  await expect.poll(() => inIndex('horlogerie'), { timeout: 10_000 }).toBe(1);
  await search.server().kill();
  await add('Horlogerie fine');
  await expect.poll(async () => (await asSystem('a test looks', stateOfSearch)).state, { timeout: 10_000 }).toBe('failing');
  await search.server().start();
  await expect.poll(() => inIndex('horlogerie'), { timeout: 15_000 }).toBe(2);
  await expect.poll(async () => (await asSystem('a test looks', stateOfSearch)).state, { timeout: 10_000 }).toBe('ok');
  await feeding.stop();
});

test('une faute dans un nom, un mot du milieu : la liste de Meilisearch est celle que l’on voit', async () => {
  expect(named(await ml.as('officer').do(listPartners, { q: 'charpante ancienne' }))).toEqual(['Charpente Ancienne']);
});
