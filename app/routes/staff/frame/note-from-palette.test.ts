import { afterEach, expect, test, vi } from 'vitest';
import { findPartnersToNote } from './note-from-palette';

afterEach(() => vi.unstubAllGlobals());

/** The server's answer, and what was asked of it. */
function answering() {
  const asked: string[] = [];
  vi.stubGlobal('fetch', (address: string) => {
    asked.push(decodeURIComponent(address));
    return Promise.resolve(new Response(JSON.stringify({ partners: [{ label: 'Garage Lafitte', detail: 'Tarbes (65)', to: '/partenaires/1' }] })));
  });
  return asked;
}

test.each([
  ['noter garage', 'garage', '/partenaires/1/echanges?noter=appel'],
  ['Visite garage lafitte', 'garage lafitte', '/partenaires/1/echanges?noter=visite'],
  ['garage', 'garage', '/partenaires/1'],
  ['noter', 'noter', '/partenaires/1'],
])('« %s » cherche « %s » et mène à %s', async (query, searched, to) => {
  const asked = answering();
  expect(await findPartnersToNote(query, new AbortController().signal)).toMatchObject([{ label: 'Garage Lafitte', to }]);
  expect(asked).toEqual([`/recherche-rapide?q=${searched}`]);
});
