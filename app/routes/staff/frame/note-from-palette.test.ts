import { afterEach, expect, test, vi } from 'vitest';
import { findOrNote } from './note-from-palette';

afterEach(() => vi.unstubAllGlobals());

/** The server's answer, and what was asked of it. */
function answering() {
  const asked: string[] = [];
  vi.stubGlobal('fetch', (address: string) => {
    asked.push(decodeURIComponent(address));
    return Promise.resolve(new Response(JSON.stringify({ partners: [{ label: 'Garage Lafitte', detail: 'Tarbes (65)', to: '/partenaires/1' }], offers: [], contacts: [] })));
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
  const [first] = await findOrNote(query, new AbortController().signal);
  expect(first).toMatchObject({ label: 'Garage Lafitte', to });
  expect(asked).toEqual([`/recherche-rapide?q=${searched}`]);
});

test('partenaires, offres et personnes viennent par groupes, puis la page de tout ce qui répond', async () => {
  const one = (label: string) => [{ label, detail: '', to: `/${label}` }];
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify({ partners: one('garage'), offers: one('mecanique'), contacts: one('lafitte') }))));
  const found = await findOrNote('garage & fils', new AbortController().signal);
  expect(found.map(({ section, label, to }) => [section, label, to])).toEqual([
    ['Partenaires', 'garage', '/garage'],
    ['Offres', 'mecanique', '/mecanique'],
    ['Interlocuteurs', 'lafitte', '/lafitte'],
    ['Recherche', 'Tout ce qui répond à « garage & fils »', '/recherche?q=garage+%26+fils'],
  ]);
});
