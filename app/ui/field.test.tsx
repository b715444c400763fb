import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { CheckboxField } from './checkbox-field';
import { CheckboxGroup } from './checkbox-group';
import { RadioGroup } from './radio-group';
import { SelectField } from './select-field';
import { TextArea } from './text-area';
import { TextField } from './text-field';

const described = (element: HTMLElement) =>
  (element.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .filter(Boolean)
    .map((id) => document.getElementById(id)?.textContent);

test('un champ en erreur dit son aide puis son erreur, et se sait faux', () => {
  render(<TextField name="siret" label="SIRET" hint="14 chiffres" error="Il en manque un." required />);
  const box = screen.getByLabelText(/SIRET/);
  expect(described(box)).toEqual(['14 chiffres', 'Il en manque un.']);
  expect(box.getAttribute('aria-invalid')).toBe('true');
  expect(box).toHaveProperty('required', true);
  expect(box).toHaveProperty('name', 'siret');
});

test('un champ sans aide ni erreur ne renvoie à rien', () => {
  render(<TextArea name="note" label="Note" />);
  const box = screen.getByLabelText('Note');
  expect(box.hasAttribute('aria-describedby')).toBe(false);
  expect(box.hasAttribute('aria-invalid')).toBe(false);
});

test('une liste garde sa valeur de départ et sa ligne vide', () => {
  render(
    <SelectField
      name="type"
      label="Type"
      placeholder="Choisir…"
      defaultValue="b"
      options={[{ value: 'b', label: 'B' }]}
    />,
  );
  const list = screen.getByLabelText<HTMLSelectElement>('Type');
  expect(list.value).toBe('b');
  expect([...list.options].map((option) => option.text)).toEqual(['Choisir…', 'B']);
});

test('un groupe de cases est nommé par sa question et coche ce qui l’était', () => {
  render(
    <CheckboxGroup
      name="themes"
      label="Thématiques"
      error="Une au moins."
      defaultValue={['sante']}
      options={[
        { value: 'emploi', label: 'Emploi', count: 1204 },
        { value: 'sante', label: 'Santé' },
      ]}
    />,
  );
  const group = screen.getByRole('group', { name: 'Thématiques' });
  expect(described(group)).toEqual(['Une au moins.']);
  expect(screen.getByLabelText<HTMLInputElement>('Santé').checked).toBe(true);
  expect(screen.getByLabelText<HTMLInputElement>(/Emploi/).checked).toBe(false);
});

test('des boutons obligatoires le sont pour le navigateur, une case aussi', () => {
  render(
    <>
      <RadioGroup name="ordre" label="Ordre" required options={[{ value: 'a', label: 'A' }]} />
      <CheckboxField name="accord" label="Accord" required />
    </>,
  );
  expect(screen.getByRole<HTMLInputElement>('radio').required).toBe(true);
  expect(screen.getByRole<HTMLInputElement>('checkbox').required).toBe(true);
});
