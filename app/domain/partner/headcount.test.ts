import { expect, test } from 'vitest';
import { bandsOfSize, companySizeNames, headcountBands, headcountLabel, sizeOfBand } from './headcount';

/** The least number of people of each band, as INSEE writes them. */
const least: Record<string, number> = { '00': 0, '01': 1, '02': 3, '03': 6, '11': 10, '12': 20, '21': 50, '22': 100, '31': 200, '32': 250, '41': 500, '42': 1000, '51': 2000, '52': 5000, '53': 10_000 };

test('les seuils du décret : 10, 250 et 5 000 personnes, pour toutes les tranches de l’INSEE', () => {
  expect(headcountBands.map(({ code }) => code)).toEqual(Object.keys(least).sort());
  for (const [code, people] of Object.entries(least)) expect([code, sizeOfBand(code)]).toEqual([code, people < 10 ? 'tpe' : people < 250 ? 'pme' : people < 5000 ? 'eti' : 'grand']);
});

test('sans tranche connue, pas de taille', () => {
  expect([null, '', 'NN', '99'].map(sizeOfBand)).toEqual([null, null, null, null]);
  expect(headcountLabel('NN')).toBe('NN');
});

test('chaque tranche est d’une taille et d’une seule', () => {
  expect(companySizeNames.flatMap(bandsOfSize)).toEqual(headcountBands.map(({ code }) => code));
  expect([headcountLabel('03'), headcountLabel('31'), headcountLabel('32'), headcountLabel('53')]).toEqual(['TPE, 6 à 9 salariés', 'PME, 200 à 249 salariés', 'ETI, 250 à 499 salariés', 'Grand compte, 10 000 salariés et plus']);
});
