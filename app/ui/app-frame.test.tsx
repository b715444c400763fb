import { act, screen, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { AppFrame } from './app-frame';
import { renderInRouter } from './in-router.testing';
import { MapView } from './map-view';

function show(url: string) {
  return renderInRouter(
    <AppFrame
      items={[
        { to: '/', label: 'Accueil', icon: 'home', end: true },
        { to: '/partenaires', label: 'Partenaires', icon: 'partner' },
        { to: '/relations', label: 'Mises en relation', icon: 'send', count: 1207, countLabel: 'en attente' },
        { to: '/agenda', label: 'Agenda', icon: 'agenda', count: 0 },
      ]}
    >
      <h1>Une page</h1>
    </AppFrame>,
    url,
  );
}

const navigation = () => screen.getByRole('navigation', { name: 'Principal' });

test('la rubrique de la page est dite courante, l’accueil seulement chez lui', () => {
  show('/partenaires/12');
  const current = within(navigation())
    .getAllByRole('link')
    .filter((link) => link.getAttribute('aria-current') === 'page');
  expect(current.map((link) => link.textContent)).toEqual(['Partenaires']);
});

test('un compte se dit avec ses mots, et zéro ne se dit pas', () => {
  show('/');
  expect(screen.getByRole('link', { name: 'Mises en relation 1\u202f207 en attente' })).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Agenda' })).toBeTruthy();
});

test('le lien d’évitement mène au contenu, qui peut recevoir le clavier', () => {
  show('/');
  const target = screen.getByRole('link', { name: 'Aller au contenu' }).getAttribute('href');
  expect(target).toBe(`#${screen.getByRole('main').id}`);
  expect(screen.getByRole('main').tabIndex).toBe(-1);
});

test('après un saut, le titre de la nouvelle page est dit', async () => {
  const { router } = show('/');
  document.title = 'Partenaires – Maillage';
  expect(screen.getByRole('status').textContent).toBe('');
  await act(() => router.navigate('/partenaires'));
  await vi.waitFor(() => expect(screen.getByRole('status').textContent).toBe('Partenaires – Maillage'));
});

test('sans carte possible, les lieux sont écrits, et la précision dite', () => {
  const points = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => ({ id, lon: 0, lat: 43, label: `Lieu ${id}` }));
  renderInRouter(<MapView label="Autour de Tarbes" center={[0, 43]} zoom={9} points={points} precision="commune" />);
  expect(screen.getByText('Autour de Tarbes')).toBeTruthy();
  expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
    'Lieu a',
    'Lieu b',
    'Lieu c',
    'Lieu d',
    'et 2 autres',
  ]);
  expect(screen.getByText(/le centre de la commune/)).toBeTruthy();
});
