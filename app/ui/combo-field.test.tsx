import { fireEvent, render, screen } from '@testing-library/react';
import { renderToString } from 'react-dom/server';
import { expect, test } from 'vitest';
import { ComboField, type ComboFieldProps } from './combo-field';

const officers = [
  { value: 'n', label: 'Nadia Bellec' },
  { value: 'e', label: 'Élodie Castéran' },
];

function show(props: Partial<ComboFieldProps> = {}) {
  const { container } = render(
    <form>
      <ComboField name="officer" label="Référent" {...(props.search ? {} : { options: officers })} {...props} />
    </form>,
  );
  const form = container.querySelector('form') as HTMLFormElement;
  return { box: screen.getByRole<HTMLInputElement>('combobox'), sent: () => Object.fromEntries(new FormData(form)) };
}

const type = (box: HTMLElement, value: string) => fireEvent.change(box, { target: { value } });

test('on trouve sans accent, Entrée prend le premier, la valeur part avec le formulaire', () => {
  const { box, sent } = show();
  type(box, 'elo');
  expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual(['Élodie Castéran']);
  fireEvent.keyDown(box, { key: 'Enter' });
  expect(box.value).toBe('Élodie Castéran');
  expect(box.getAttribute('aria-expanded')).toBe('false');
  expect(sent()).toEqual({ officer: 'e' });
});

test('retaper efface le choix ; partir sur un mot inconnu vide le champ', () => {
  const { box, sent } = show({ defaultValue: 'n' });
  expect(box.value).toBe('Nadia Bellec');
  type(box, 'Nadia B');
  expect(sent()).toEqual({ officer: '' });
  fireEvent.blur(box);
  expect(box.value).toBe('');
});

test('partir sur un nom entier le choisit', () => {
  const { box, sent } = show();
  type(box, 'nadia bellec');
  fireEvent.blur(box);
  expect(sent()).toEqual({ officer: 'n' });
});

test('un choix fait, la liste se rouvre sur tout ; Échap ne fait que la fermer', () => {
  const { box } = show({ defaultValue: 'n' });
  fireEvent.keyDown(box, { key: 'ArrowDown' });
  expect(screen.getAllByRole('option')).toHaveLength(2);
  fireEvent.keyDown(box, { key: 'Escape' });
  expect(screen.queryAllByRole('option')).toHaveLength(0);
  expect(box.value).toBe('Nadia Bellec');
});

test('par le serveur : le texte tapé part aussi, même sans choix', async () => {
  const search = async (query: string) => [{ value: '65440', label: `Tarbes (${query})` }];
  const { box, sent } = show({ name: 'town', search, textName: 'townText' });
  type(box, 'tarb');
  fireEvent.click(await screen.findByRole('option'));
  expect(sent()).toEqual({ town: '65440', townText: 'Tarbes (tarb)' });
  type(box, 'Tarbes, quartier nord');
  fireEvent.blur(box);
  expect(sent()).toEqual({ town: '', townText: 'Tarbes, quartier nord' });
});

test('sans script, des choix connus sont une liste du navigateur', () => {
  const html = renderToString(<ComboField name="officer" label="Référent" options={officers} defaultValue="e" />);
  expect(html).toContain('<select class="control" id="champ-officer" name="officer"');
  expect(html).toContain('<option value="e" selected="">Élodie Castéran</option>');
});

test('sans script, un choix cherché au serveur envoie son texte', () => {
  const html = renderToString(<ComboField name="town" label="Commune" search={async () => []} defaultText="Tarbes" />);
  expect(html).toMatch(/<input[^>]*name="townText"[^>]*value="Tarbes"|<input[^>]*value="Tarbes"[^>]*name="townText"/);
  expect(html).not.toContain('type="hidden"');
});
