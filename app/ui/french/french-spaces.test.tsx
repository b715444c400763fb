import { render } from '@testing-library/react';
import { expect, test } from 'vitest';
import { frenchSpaces } from './french-spaces';

test.each([
  ['« Un garage » : 3 offres', '«\u00a0Un garage\u00a0»\u00a0: 3 offres'],
  ['Vraiment ? Oui ! Non ; si', 'Vraiment\u202f? Oui\u202f! Non\u202f; si'],
  ['50 % à 12 km, en 30 min, 9 h 30, 200 €', '50\u00a0% à 12\u00a0km, en 30\u00a0min, 9\u00a0h 30, 200\u00a0€'],
  ['Au 05 36 49 12 08, SIRET 812 345 678 00011', 'Au 05\u00a036\u00a049\u00a012\u00a008, SIRET 812 345 678 00011'],
  ['3 heures, 4 minibus, le 12 hiver', '3 heures, 4 minibus, le 12 hiver'],
  ['https://exemple.example:80/?a=b; 12:30', 'https://exemple.example:80/?a=b; 12:30'],
])('« %s » garde ses mots ensemble', (typed, written) => {
  expect(frenchSpaces(typed)).toBe(written);
  expect(frenchSpaces(written)).toBe(written);
});

const Said = ({ label }: { label: string }) => <label>{label}</label>;

test('ce qu’un écran montre a les espaces du français, d’où que vienne la phrase', () => {
  const name = 'Garage';
  const { container } = render(
    <p>
      Archiver « {name} » ? <Said label="Pourquoi ?" /> {12} km
    </p>,
  );
  expect(container.textContent).toBe('Archiver «\u00a0Garage\u00a0»\u202f? Pourquoi\u202f? 12\u00a0km');
});

test('ce qui se copie ou s’envoie reste tel quel', () => {
  const { container } = render(
    <div>
      <pre>a : b</pre>
      <textarea defaultValue="Oui ?" aria-label="Un mot" />
      <input aria-label="Nom" defaultValue="Le Fournil : Tarbes" />
    </div>,
  );
  expect(container.querySelector('pre')?.textContent).toBe('a : b');
  expect([...container.querySelectorAll<HTMLInputElement>('textarea, input')].map(({ value }) => value)).toEqual(['Oui ?', 'Le Fournil : Tarbes']);
});
