import { expect, test } from 'vitest';
import { frenchDistance } from './french-distance';

test('une distance se dit au kilomètre, avec une décimale quand elle est petite, jamais en mètres', () => {
  expect([0, 999, 1000, 4_240, 9_949, 9_950, 12_400].map(frenchDistance)).toEqual(['moins d’1 km', 'moins d’1 km', '1 km', '4,2 km', '9,9 km', '10 km', '12 km']);
});
