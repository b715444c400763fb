import { act, fireEvent, screen } from '@testing-library/react';
import { beforeAll, expect, test, vi } from 'vitest';
import { type Command, CommandPalette } from './command-palette';
import { renderInRouter } from './in-router.testing';

const commands: readonly Command[] = [
  { id: 'home', label: 'Accueil', to: '/accueil', section: 'Pages' },
  { id: 'partners', label: 'Partenaires', to: '/partenaires', section: 'Pages', keywords: ['entreprises'] },
  { id: 'import', label: 'Importer un fichier', to: '/partenaires/import', section: 'Actions', keywords: ['tableur'] },
];

// The window is fetched at the first Ctrl-K: here beforehand, so that no test waits for it.
beforeAll(() => import('./palette-window'), 30_000);

async function open(search?: Parameters<typeof CommandPalette>[0]['search']) {
  const { router } = renderInRouter(<CommandPalette commands={commands} search={search} />);
  fireEvent.keyDown(document.body, { key: 'k', ctrlKey: true });
  const box = await screen.findByRole('combobox');
  return { router, box };
}

const shown = () => screen.getAllByRole('option').map((option) => option.textContent);
const type = (box: HTMLElement, value: string) => fireEvent.change(box, { target: { value } });
const meant = (box: HTMLElement) =>
  document.getElementById(box.getAttribute('aria-activedescendant') ?? '')?.textContent;

test('Ctrl-K ouvre la palette, prête à lire ce qu’on tape', async () => {
  const { box } = await open();
  expect(document.activeElement).toBe(box);
  expect(shown()).toEqual(['Accueil', 'Partenaires', 'Importer un fichier']);
});

test('elle filtre sans accents ni capitales, sur les autres mots aussi', async () => {
  const { box } = await open();
  type(box, 'ENTREPRISE');
  expect(shown()).toEqual(['Partenaires']);
  type(box, 'imp fich');
  expect(shown()).toEqual(['Importer un fichier']);
  type(box, 'zzz');
  expect(screen.queryAllByRole('option')).toEqual([]);
  expect(screen.getByText(/Rien de ce nom/)).toBeTruthy();
});

test('les flèches choisissent, Entrée y va et ferme', async () => {
  const { box, router } = await open();
  expect(meant(box)).toBe('Accueil');
  fireEvent.keyDown(box, { key: 'ArrowDown' });
  expect(meant(box)).toBe('Partenaires');
  await act(async () => fireEvent.keyDown(box, { key: 'Enter' }));
  expect(router.state.location.pathname).toBe('/partenaires');
  expect(screen.queryByRole('combobox')).toBeNull();
});

test('elle demande au serveur après une pause, et oublie les réponses en retard', async () => {
  const asked: string[] = [];
  const search = vi.fn(async (query: string) => {
    asked.push(query);
    await new Promise((resolve) => setTimeout(resolve, query === 'ga' ? 700 : 0));
    return [{ id: query, label: `Garage ${query}`, to: '/x', section: 'Partenaires' }];
  });
  const { box } = await open(search);
  type(box, 'g');
  type(box, 'ga');
  await vi.waitFor(() => expect(asked).toEqual(['ga']));
  type(box, 'gar');
  await screen.findByText('Garage gar');
  expect(asked).toEqual(['ga', 'gar']);
  await new Promise((resolve) => setTimeout(resolve, 800));
  expect(screen.queryByText('Garage ga')).toBeNull();
});

test('une recherche en panne se dit', async () => {
  const { box } = await open(() => Promise.reject(new Error('coupé')));
  type(box, 'zzz');
  expect(await screen.findByText('La recherche n’a pas répondu. Réessayez.')).toBeTruthy();
});
