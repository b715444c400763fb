import { expect, test } from 'vitest';
import { readOutlines } from './departement-outlines';

const square = [[0, 43], [0.5, 43], [0.5, 43.5], [0, 43]];
const collection = (...features: unknown[]) => JSON.stringify({ type: 'FeatureCollection', features });

test('lit les contours, et compte ce qui n’en est pas', () => {
  const { outlines, refused } = readOutlines(
    collection(
      { properties: { code: '65', nom: 'Hautes-Pyrénées' }, geometry: { type: 'Polygon', coordinates: [square] } },
      { properties: { code: '2A' }, geometry: { type: 'MultiPolygon', coordinates: [[square], [square]] } },
      { properties: { code: '99999' }, geometry: { type: 'Polygon', coordinates: [square] } },
      { properties: { code: '31' }, geometry: { type: 'Polygon', coordinates: [[[999, 0], [1, 1], [2, 2], [999, 0]]] } },
      { properties: { code: '32' }, geometry: null },
      null,
    ),
  );
  expect(outlines.map(({ code }) => code)).toEqual(['65', '2A']);
  expect(refused).toBe(4);
});

test('un îlot réduit à un point n’est pas dessiné', () => {
  const point = [[1, 1], [1, 1], [1, 1], [1, 1]];
  const { outlines, refused } = readOutlines(collection({ properties: { code: '971' }, geometry: { type: 'MultiPolygon', coordinates: [[square], [point]] } }, { properties: { code: '31' }, geometry: { type: 'Polygon', coordinates: [point] } }));
  expect(outlines).toEqual([{ code: '971', outline: { type: 'MultiPolygon', coordinates: [[square]] } }]);
  expect(refused).toBe(1);
});

test.each(['', 'code;latitude', '[]', '{"features": 3}'])('%j n’est pas une collection', (text) => {
  expect(() => readOutlines(text)).toThrow(/n’est pas une collection GeoJSON/);
});
