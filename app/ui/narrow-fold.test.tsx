import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderInRouter } from './in-router.testing';
import { NarrowFold, NarrowFoldButton } from './narrow-fold';

test('le bouton ouvre ce qu’il nomme sans script, et dit combien y sert', () => {
  renderInRouter(
    <>
      <NarrowFoldButton opens="filtres" label="Filtres" icon="filter" count={2} />
      <NarrowFold id="filtres" label="Filtres">ce qui est plié</NarrowFold>
    </>,
  );
  const opened = document.getElementById(screen.getByRole('button', { name: 'Filtres (2)' }).getAttribute('popovertarget')!);
  expect(opened?.textContent).toBe('ce qui est plié');
  expect(opened?.getAttribute('popover')).toBe('auto');
  expect(opened?.hasAttribute('data-open')).toBe(false);
});

test('ce qui porte une erreur reste déplié dans la page', () => {
  renderInRouter(<NarrowFold id="actions" label="Actions" isOpen>un champ en erreur</NarrowFold>);
  expect(document.getElementById('actions')?.hasAttribute('data-open')).toBe(true);
});
