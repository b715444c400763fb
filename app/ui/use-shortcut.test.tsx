import { fireEvent, render, screen } from '@testing-library/react';
import { beforeAll, expect, test, vi } from 'vitest';
import { SearchField } from './search-field';
import { ShortcutHelp } from './shortcut-help';
import { useShortcut } from './use-shortcut';

// Fetched when it opens: here beforehand, so that no test waits for it.
beforeAll(() => import('./dialog'), 30_000);

function Listening({ act, withControl }: { act: () => void; withControl?: boolean }) {
  useShortcut('e', act, { withControl });
  return (
    <>
      <input aria-label="Nom" />
      <input type="checkbox" aria-label="Case" />
    </>
  );
}

test('une touche agit, sauf quand on écrit ; une case à cocher n’est pas de l’écriture', () => {
  const act = vi.fn();
  render(<Listening act={act} />);
  fireEvent.keyDown(document.body, { key: 'e' });
  fireEvent.keyDown(screen.getByLabelText('Case'), { key: 'E' });
  expect(act).toHaveBeenCalledTimes(2);
  fireEvent.keyDown(screen.getByLabelText('Nom'), { key: 'e' });
  fireEvent.keyDown(document.body, { key: 'e', ctrlKey: true });
  fireEvent.keyDown(document.body, { key: 'e', altKey: true });
  expect(act).toHaveBeenCalledTimes(2);
});

test('avec Ctrl elle agit aussi pendant qu’on écrit', () => {
  const act = vi.fn();
  render(<Listening act={act} withControl />);
  fireEvent.keyDown(screen.getByLabelText('Nom'), { key: 'e', ctrlKey: true });
  fireEvent.keyDown(screen.getByLabelText('Nom'), { key: 'e', metaKey: true });
  fireEvent.keyDown(document.body, { key: 'e' });
  expect(act).toHaveBeenCalledTimes(2);
});

test('la barre oblique mène à la recherche', () => {
  render(<SearchField name="q" label="Chercher" shortcut />);
  fireEvent.keyDown(document.body, { key: '/' });
  expect(document.activeElement).toBe(screen.getByLabelText('Chercher'));
});

test('le point d’interrogation montre les raccourcis, Échap les ferme', async () => {
  render(<ShortcutHelp />);
  fireEvent.keyDown(document.body, { key: '?', shiftKey: true });
  const help = await screen.findByRole('dialog', { name: 'Raccourcis clavier' });
  expect(help.textContent).toContain('Ligne suivante');
  fireEvent.keyDown(help, { key: 'Escape' });
  expect(screen.queryByRole('dialog')).toBeNull();
});
