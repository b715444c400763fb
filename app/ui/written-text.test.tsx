import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { blocksOf, WrittenText } from './written-text';

test('paragraphes et listes', () => {
  expect(blocksOf('Bonjour\nà tous\n\nÀ prévoir :\n- appeler\n- écrire\nMerci')).toEqual([
    { kind: 'text', lines: ['Bonjour', 'à tous'] },
    { kind: 'text', lines: ['À prévoir :'] },
    { kind: 'list', lines: ['appeler', 'écrire'] },
    { kind: 'text', lines: ['Merci'] },
  ]);
});

test('une adresse se clique, sans le point qui la suit', () => {
  render(<WrittenText text="Voir https://garage.example/offres?x=1. Puis (http://autre.example)." />);
  expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual(['https://garage.example/offres?x=1', 'http://autre.example']);
  expect(screen.getAllByRole('link')[0]?.getAttribute('rel')).toBe('noreferrer noopener');
});

test('ce qui ressemble à du HTML, ou à une adresse qui agit, reste du texte', () => {
  const { container } = render(<WrittenText text={'<script>alert(1)</script> <b onclick="x">gras</b> javascript:alert(1) data:text/html,x'} />);
  expect(container.querySelector('script, b, a')).toBeNull();
  expect(container.textContent).toContain('<script>alert(1)</script>');
});
