import { act, fireEvent, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Button } from './button';
import { DataTable, type DataTableProps } from './data-table';
import { renderInRouter } from './in-router.testing';

type Row = { id: string; name: string; town: string };
const rows: Row[] = [
  { id: '1', name: 'Garage Lafitte', town: 'Tarbes' },
  { id: '2', name: 'Atelier du Pic', town: 'Lourdes' },
  { id: '3', name: 'Rebond', town: '' },
];

function show(more: Partial<DataTableProps<Row>> = {}) {
  return renderInRouter(
    <DataTable
      caption="Partenaires"
      rows={rows}
      rowKey={(row) => row.id}
      rowName={(row) => row.name}
      rowTo={(row) => `/partenaires/${row.id}`}
      columns={[
        { key: 'name', header: 'Nom', cell: (row) => row.name, sort: { to: '/?tri=-nom', direction: 'asc' } },
        { key: 'town', header: 'Commune', cell: (row) => row.town, sort: { to: '/?tri=commune' } },
      ]}
      selection={{ name: 'id', total: 3637, allName: 'tous', actions: <Button>Archiver</Button>, withTwo: (one, other) => <a href={`/${one}/${other}`}>Fusionner</a> }}
      {...more}
    />,
  );
}

const inFocus = () => document.activeElement?.textContent;
const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key });

test('j, k et les flèches vont de ligne en ligne sans sortir de la table', () => {
  show();
  press('j');
  expect(inFocus()).toBe('Garage Lafitte');
  press('ArrowDown');
  press('j');
  expect(inFocus()).toBe('Rebond');
  press('ArrowDown');
  expect(inFocus()).toBe('Rebond');
  press('k');
  press('ArrowUp');
  expect(inFocus()).toBe('Garage Lafitte');
});

test('x choisit la ligne, et la barre compte', () => {
  show();
  press('j');
  press('x');
  expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Choisir Garage Lafitte' }).checked).toBe(true);
  expect(screen.getByRole('status').textContent).toBe('1 ligne choisie');
  press('x');
  expect(screen.getByRole('status').textContent).toBe('');
});

test('les lettres tapées dans un champ ne bougent rien', () => {
  show();
  const box = document.body.appendChild(document.createElement('input'));
  box.focus();
  press('j');
  expect(document.activeElement).toBe(box);
  box.remove();
});

test('tout choisir, puis les autres pages ; en décocher une y renonce', () => {
  show();
  fireEvent.click(screen.getByLabelText('Tout choisir'));
  expect(screen.getByRole('status').textContent).toBe('3 lignes choisies');
  fireEvent.click(screen.getByLabelText(/autres pages/));
  expect(screen.getByRole('status').textContent).toBe('3\u202f637 lignes choisies');
  fireEvent.click(screen.getByRole('checkbox', { name: 'Choisir Rebond' }));
  expect(screen.getByRole('status').textContent).toBe('2 lignes choisies');
  expect(screen.getByLabelText<HTMLInputElement>('Tout choisir').indeterminate).toBe(true);
});

test('les actions ne se montrent qu’une fois une ligne choisie, et se retirent avec elle', () => {
  show();
  const actions = () => screen.queryByRole('group', { name: 'Avec les lignes choisies' });
  expect(actions()).toBeNull();
  fireEvent.click(screen.getByRole('checkbox', { name: 'Choisir Rebond' }));
  expect(actions()).not.toBeNull();
  fireEvent.click(screen.getByRole('checkbox', { name: 'Choisir Rebond' }));
  expect(actions()).toBeNull();
});

test('ce qui se fait à deux se montre pour deux lignes, ni pour une ni pour trois', () => {
  show();
  const together = () => screen.queryByRole('link', { name: 'Fusionner' })?.getAttribute('href') ?? null;
  const tick = (name: string) => fireEvent.click(screen.getByRole('checkbox', { name: `Choisir ${name}` }));
  tick('Rebond');
  expect(together()).toBeNull();
  tick('Garage Lafitte');
  expect(together()).toBe('/1/3');
  tick('Atelier du Pic');
  expect(together()).toBeNull();
});

test('un clic sur la ligne ouvre la fiche, un clic sur sa case non', async () => {
  const { router } = show();
  fireEvent.click(screen.getByRole('checkbox', { name: 'Choisir Rebond' }));
  expect(router.state.location.pathname).toBe('/');
  await act(async () => fireEvent.click(screen.getByText('Lourdes')));
  expect(router.state.location.pathname).toBe('/partenaires/2');
});

test('l’en-tête dit le tri et mène au tri inverse', () => {
  show();
  const [name, town] = screen.getAllByRole('columnheader').slice(1);
  expect(name?.getAttribute('aria-sort')).toBe('ascending');
  expect(town?.hasAttribute('aria-sort')).toBe(false);
  expect(
    within(name as HTMLElement)
      .getByRole('link')
      .getAttribute('href'),
  ).toBe('/?tri=-nom');
});

test('chaque ligne a son nom en tête et chaque cellule sa colonne, pour les fiches du téléphone', () => {
  show();
  expect(screen.getAllByRole('rowheader').map((cell) => cell.textContent)).toEqual(rows.map((row) => row.name));
  expect(screen.getByText('Tarbes').closest('td')?.dataset.label).toBe('Commune');
  const last = screen.getAllByRole('row').at(-1);
  expect(last?.querySelector('td[data-blank]')).not.toBeNull();
});

test('sans ligne, on lit ce qu’il faut faire', () => {
  show({ rows: [], empty: <p>Ajoutez un partenaire.</p> });
  expect(screen.getByText('Ajoutez un partenaire.')).toBeTruthy();
  expect(screen.queryByRole('table')).toBeNull();
});

test('deux tables sur une page : les touches restent dans celle où l’on est', () => {
  const table = (caption: string, names: string[]) => (
    <DataTable
      caption={caption}
      rows={names}
      rowKey={(name) => name}
      rowTo={(name) => `/${name}`}
      columns={[{ key: 'name', header: 'Nom', cell: (name) => name }]}
    />
  );
  renderInRouter(
    <>
      {table('Une', ['a', 'b'])}
      {table('Deux', ['c', 'd'])}
    </>,
  );
  screen.getByRole('link', { name: 'c' }).focus();
  press('j');
  expect(inFocus()).toBe('d');
});
