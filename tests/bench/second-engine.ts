import type pg from 'pg';
import { setTimeout as wait } from 'node:timers/promises';
import { chosenSearch } from '~/adapters/search/chosen-search';
import { rebuildSearch } from '~/jobs/rebuild-search.server';
import { closeDatabase } from '~/server/db.server';

/** With `--engine meilisearch`: builds its index of this database, whole, and says how long it took. Before the site starts. */
export async function buildIndex(): Promise<string> {
  const from = performance.now();
  const { partner, offer } = await rebuildSearch(chosenSearch()!.server);
  await closeDatabase();
  return `index de Meilisearch reconstruit : ${partner} partenariats et ${offer} offres en ${Math.round((performance.now() - from) / 1000)} s`;
}

/** How long after a change it is found, in seconds, the quickest first: names change one after the other, while the worker runs. */
export async function changesFound(client: pg.Client, count: number): Promise<number[]> {
  const { rows } = await client.query<{ organisation: string; agency: string; archived: boolean }>(`SELECT organisation_id AS organisation, mission_locale_id AS agency, is_archived AS archived FROM search.partner ORDER BY md5(partnership_id::text) LIMIT $1`, [count]);
  const took: number[] = [];
  for (const [i, { organisation, agency, archived }] of rows.entries()) {
    const word = `nouveaunom${'abcdefghijklmnopqrstuvwxyz'[i % 26]}${Date.now().toString(36)}`;
    await client.query('UPDATE organisation SET name = $2 WHERE id = $1', [organisation, `Maison ${word}`]);
    const from = performance.now();
    for (;;) {
      const answer = await chosenSearch()!.engine({ kind: 'partner', words: [word], within: [{ field: 'agency', anyOf: [agency] }, { field: 'isArchived', anyOf: [archived] }], most: 10 });
      if (answer.state === 'found' && answer.things.length > 0) break;
      if (performance.now() - from > 60_000) throw new Error('A change is not found after a minute');
      await wait(20);
    }
    took.push((performance.now() - from) / 1000);
  }
  return took.sort((a, b) => a - b);
}
