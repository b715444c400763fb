import { expect, test } from 'vitest';
import { fanOut } from './fan-out';

test.each([1, 2, 5, 8, 9, 20])('%i choses d’un même endroit : chacune se voit, aucune sur une autre ni sur l’endroit', (count) => {
  const spots = fanOut(count);
  expect(spots).toHaveLength(count);
  for (const [i, [x, y]] of spots.entries()) {
    expect(Math.hypot(x, y)).toBeGreaterThan(40);
    expect(Math.hypot(x, y)).toBeLessThan(140);
    for (const [otherX, otherY] of spots.slice(0, i)) expect(Math.hypot(x - otherX, y - otherY)).toBeGreaterThan(32);
  }
});

test('la première est en haut, puis dans le sens des aiguilles', () => {
  const [top, right] = fanOut(4);
  expect(top![0]).toBeCloseTo(0);
  expect(top![1]).toBeLessThan(0);
  expect(right![0]).toBeGreaterThan(0);
});
