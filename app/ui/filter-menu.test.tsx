import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { FilterBar } from './filter-bar';
import { FilterMenu } from './filter-menu';
import { renderInRouter } from './in-router.testing';

const kinds = ['Entreprise', 'Collectivité', 'Association'].map((label, index) => ({
  value: `k${index}`,
  label,
  count: 12 * index,
}));
const many = Array.from({ length: 14 }, (_, index) => ({
  value: `v${index}`,
  label: index ? `Valeur ${index}` : 'Élan',
}));

const menu = () => document.querySelector('details') as HTMLDetailsElement;

test('le bouton dit combien de valeurs sont choisies, les cases lesquelles', () => {
  render(<FilterMenu name="kind" label="Typologie" options={kinds} selected={['k0', 'k2']} />);
  expect(menu().querySelector('summary')?.textContent).toContain('2 choisis');
  expect(screen.getAllByRole<HTMLInputElement>('checkbox').map((box) => box.checked)).toEqual([true, false, true]);
});

test('Échap ferme et rend le clavier au bouton ; un clic ailleurs ferme', () => {
  render(<FilterMenu name="kind" label="Typologie" options={kinds} selected={[]} />);
  menu().open = true;
  fireEvent.keyDown(screen.getByLabelText(/Entreprise/), { key: 'Escape' });
  expect(menu().open).toBe(false);
  expect(document.activeElement?.tagName).toBe('SUMMARY');

  menu().open = true;
  fireEvent.pointerDown(screen.getByLabelText(/Entreprise/));
  expect(menu().open).toBe(true);
  fireEvent.pointerDown(document.body);
  expect(menu().open).toBe(false);
});

test('une longue liste se cherche sans accent, et ce qui est caché reste coché', () => {
  render(<FilterMenu name="kind" label="Typologie" options={many} selected={['v3']} />);
  fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'elan' } });
  expect(screen.getAllByRole('checkbox', { hidden: true }).filter((box) => !box.closest('[hidden]'))).toHaveLength(1);
  expect(screen.getByLabelText<HTMLInputElement>(/Valeur 3/).checked).toBe(true);
});

test('le formulaire garde ce que l’adresse portait d’autre', () => {
  const { container } = renderInRouter(
    <FilterBar keep={{ tri: 'nom', colonne: ['a', 'b'] }}>
      <FilterMenu name="kind" label="Typologie" options={kinds} selected={['k1']} />
    </FilterBar>,
  );
  const form = container.querySelector('form') as HTMLFormElement;
  expect([...new FormData(form)].map(([name, value]) => `${name}=${String(value)}`)).toEqual([
    'tri=nom',
    'colonne=a',
    'colonne=b',
    'kind=k1',
  ]);
});

test('l’adresse ne garde que ce qui dit quelque chose', async () => {
  const filled = (params: URLSearchParams) => new URLSearchParams([...params].filter(([, value]) => value !== ''));
  const { container, router } = renderInRouter(
    <FilterBar action="/partenaires" keep={{ tri: 'nom' }} tidy={filled}>
      <input name="commune" defaultValue="" />
      <FilterMenu name="kind" label="Typologie" options={kinds} selected={['k1']} />
    </FilterBar>,
  );
  fireEvent.submit(container.querySelector('form') as HTMLFormElement);
  await waitFor(() => expect(`${router.state.location.pathname}${router.state.location.search}`).toBe('/partenaires?tri=nom&kind=k1'));
});
