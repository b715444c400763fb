import { expect, test } from 'vitest';
import { reachKm, travelModeNames, tripMinutes } from './travel';

test.each([
  [20, 'pied', 1.2],
  [30, 'velo', 5.8],
  [30, 'bus', 6.2],
  [5, 'bus', 0.3],
  [30, 'voiture', 19.2],
  [500, 'pied', 6.9],
] as const)('%i minutes %s : %d km à vol d’oiseau', (minutes, mode, km) => expect(reachKm(minutes, mode)).toBe(km));

test('le temps d’un trajet est celui du rayon, à une minute près', () => {
  for (const mode of travelModeNames) for (const minutes of [15, 30, 45, 60]) expect(Math.abs(tripMinutes(reachKm(minutes, mode) * 1000, mode) - minutes)).toBeLessThanOrEqual(1);
});
