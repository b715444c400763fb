import { describe, expect, test } from 'vitest';
import { readBox, readMapView, writeMapView } from './map-view';

const boxesOf = (text: string) => {
  const read = readMapView(text);
  return read.ok ? read.view.boxes : read.reason;
};

describe('une partie de la carte', () => {
  test('le monde est une tuile', () => {
    const [world] = boxesOf('0/0/0/0/0') as { west: number; east: number; north: number; south: number }[];
    expect(world).toMatchObject({ west: -180, east: 180 });
    expect(world!.north).toBeCloseTo(85.0511, 3);
  });

  test.each([
    ['Tarbes', 12, { west: 0.02, south: 43.2, east: 0.13, north: 43.26 }],
    ['la France', 5.7, { west: -5, south: 41, east: 9, north: 51 }],
    ['Cayenne', 10, { west: -52.5, south: 4.7, east: -52.1, north: 5 }],
  ])('%s est entière dans ses tuiles', (_, zoom, box) => {
    const [tiles] = boxesOf(writeMapView(zoom, box)) as (typeof box)[];
    expect(tiles!.west).toBeLessThanOrEqual(box.west);
    expect(tiles!.east).toBeGreaterThanOrEqual(box.east);
    expect(tiles!.south).toBeLessThanOrEqual(box.south);
    expect(tiles!.north).toBeGreaterThanOrEqual(box.north);
    expect(tiles!.east - tiles!.west).toBeLessThan(box.east - box.west + 2 * (360 / 2 ** Math.floor(zoom)) + 1e-9);
  });

  test('à travers le 180ᵉ méridien, deux morceaux : Nouvelle-Calédonie et Wallis', () => {
    const boxes = boxesOf(writeMapView(5, { west: 163, south: -23, east: 185, north: -12 })) as { west: number; east: number }[];
    expect(boxes).toHaveLength(2);
    expect(boxes[0]!.east).toBe(180);
    expect(boxes[1]!.west).toBe(-180);
  });

  test.each(['', 'NaN/0/0/0/0', '5/-1/0/0/0', '5/0/0/32/3', '19/0/0/0/0', '5/1/9/2/3', '5/1/2/3', '5/1/2/3/4/5', '5/1e1/2/3/4', "5/1/2/3/4' OR 1=1", '12/0/0/100/100'])('%j n’en est pas une', (text) => {
    expect(boxesOf(text)).toMatch(/^Cette partie de la carte/);
  });
});

test.each([
  ['0.07,43.2,0.08,43.3', [[0.07, 0.08]]],
  ['-180,-90,180,90', [[-180, 180]]],
  ['179.999998,-13.3,-179.999998,-13.2', [[179.999998, 180], [-180, -179.999998]]],
  ['179.999998,-13.3,180.000002,-13.2', [[179.999998, 180], [-180, -179.999998]]],
  ['-180.000002,-13.3,-179.999998,-13.2', [[179.999998, 180], [-180, -179.999998]]],
  ['360.07,43.2,360.08,43.3', [[0.07, 0.08]]],
])('%s est un endroit, par-delà le 180ᵉ méridien aussi', (text, sides) => {
  const read = readBox(text);
  const boxes = read.ok ? read.boxes : [];
  expect(boxes).toHaveLength(sides.length);
  for (const [i, [west, east]] of sides.entries()) {
    expect(boxes[i]!.west).toBeCloseTo(west!, 6);
    expect(boxes[i]!.east).toBeCloseTo(east!, 6);
  }
});

test.each(['', '1,2,3', 'NaN,0,0,0', '0,91,0,92', '1,0,0,1', '0,1,1,0', '1e9,0,0,0', 'a,b,c,d'])('%j n’est pas un endroit', (text) => {
  expect(readBox(text)).toMatchObject({ ok: false });
});
