import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { circleFeatures, pointFeatures, precisionRadius } from './map-data';

/** Distance in metres on a sphere. */
function metres([aLon, aLat]: readonly [number, number], [bLon, bLat]: readonly [number, number]): number {
  const rad = (degrees: number) => (degrees * Math.PI) / 180;
  const h =
    Math.sin(rad(bLat - aLat) / 2) ** 2 +
    Math.cos(rad(aLat)) * Math.cos(rad(bLat)) * Math.sin(rad(bLon - aLon) / 2) ** 2;
  return 2 * 6_371_000 * Math.asin(Math.sqrt(h));
}

test.each([
  ['Tarbes', [0.078, 43.233]],
  ['Cayenne', [-52.33, 4.93]],
  ['Dunkerque', [2.377, 51.035]],
] as const)('le cercle autour de %s a partout son rayon, au centième près', (_, center) => {
  const radius = precisionRadius.commune;
  const shape = circleFeatures(center, radius).features[0]?.geometry;
  const ring = (shape?.type === 'Polygon' && shape.coordinates[0]) || [];
  expect(ring).toHaveLength(65);
  for (const [lon = 0, lat = 0] of ring)
    expect(Math.abs(metres(center, [lon, lat]) - radius)).toBeLessThan(radius / 100);
});

test('une position exacte n’a pas de cercle', () => {
  expect(circleFeatures([0, 43], precisionRadius.exact).features).toEqual([]);
});

test('un point sans état est neutre', () => {
  const [point] = pointFeatures([{ id: 'a', lon: 1, lat: 2, label: 'A' }]).features;
  expect(point?.properties).toEqual({ id: 'a', label: 'A', tone: 'neutral' });
});

test.each([
  ['Tarbes', 0.078, 43.233],
  ['Corte', 9.15, 42.306],
  ['Pointe-à-Pitre', -61.51, 16.25],
  ['Fort-de-France', -61.05, 14.62],
  ['Cayenne', -52.33, 4.85],
  ['Saint-Denis', 55.45, -20.92],
  ['Mamoudzou', 45.21, -12.79],
])('%s est sur le fond de carte', (_, lon, lat) => {
  const ground = JSON.parse(readFileSync(new URL('../../../public/map/france.json', import.meta.url), 'utf8')) as {
    features: { properties: { kind: string }; geometry: { coordinates: [number, number][][][] } }[];
  };
  const france = ground.features.find((feature) => feature.properties.kind === 'france');
  const polygons = france?.geometry.coordinates ?? [];
  expect(polygons.some(([outline = []]) => isInside([lon, lat], outline))).toBe(true);
});

function isInside([x, y]: [number, number], ring: [number, number][]): boolean {
  let inside = false;
  ring.forEach(([ax, ay], index) => {
    const [bx, by] = ring.at(index - 1) ?? [0, 0];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  });
  return inside;
}
