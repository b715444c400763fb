import { fireEvent, render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { CheckboxGroup } from './checkbox-group';
import { ErrorSummary } from './error-summary';
import { TextField } from './text-field';

test('le résumé prend la place du lecteur et compte en français', () => {
  const { rerender } = render(<ErrorSummary errors={{ siret: 'Il manque un chiffre.' }} />);
  expect(document.activeElement).toBe(screen.getByRole('alert'));
  expect(screen.getByRole('heading').textContent).toBe('Une réponse est à corriger');

  rerender(<ErrorSummary errors={{ siret: 'Il manque un chiffre.', nom: 'Écrivez un nom.' }} />);
  expect(screen.getByRole('heading').textContent).toBe('2 réponses sont à corriger');
});

test('il reprend la place après un second refus identique', () => {
  const { rerender } = render(<ErrorSummary errors={{ nom: 'Écrivez un nom.' }} />);
  screen.getByRole('link').focus();
  rerender(<ErrorSummary errors={{ nom: 'Écrivez un nom.' }} />);
  expect(document.activeElement).toBe(screen.getByRole('alert'));
});

test('ses liens mènent dans le champ, ou dans la première case d’un groupe', () => {
  const errors = { nom: 'Écrivez un nom.', themes: 'Choisissez un thème.' };
  render(
    <>
      <ErrorSummary errors={errors} />
      <TextField name="nom" label="Nom" error={errors.nom} />
      <CheckboxGroup name="themes" label="Thèmes" error={errors.themes} options={[{ value: 'a', label: 'Emploi' }]} />
    </>,
  );
  fireEvent.click(screen.getByRole('link', { name: /^Nom\s: Écrivez un nom\.$/ }));
  expect(document.activeElement).toBe(screen.getByLabelText('Nom'));
  fireEvent.click(screen.getByRole('link', { name: /^Thèmes\s: Choisissez un thème\.$/ }));
  expect(document.activeElement).toBe(screen.getByLabelText('Emploi'));
});

test('la même phrase pour deux dates dit chaque fois laquelle', () => {
  const errors = { du: 'Écrivez une date comme 12/03/2026.', au: 'Écrivez une date comme 12/03/2026.' };
  render(
    <>
      <ErrorSummary errors={errors} />
      <TextField name="du" label="Du" required error={errors.du} />
      <TextField name="au" label="Au" error={errors.au} />
    </>,
  );
  expect(screen.getAllByRole('link').map(({ textContent }) => textContent?.replace(/\s/g, ' '))).toEqual(['Du : Écrivez une date comme 12/03/2026.', 'Au : Écrivez une date comme 12/03/2026.']);
});

test('sans erreur il n’y a rien', () => {
  const { container } = render(<ErrorSummary errors={{ nom: undefined }} />);
  expect(container.innerHTML).toBe('');
});

test('une erreur d’aucun champ se dit seule', () => {
  render(<ErrorSummary formError="Une autre personne a changé cette fiche." />);
  expect(screen.getByRole('alert').textContent).toContain('Une autre personne a changé cette fiche.');
});
