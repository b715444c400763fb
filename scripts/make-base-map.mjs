/**
 * Makes public/map/france.json, the ground of the maps: the outline of France, overseas included, and of its neighbours,
 * drawn from Natural Earth (public domain) as packed by `world-atlas`. No tile and no map server is then needed.
 *
 *   node scripts/make-base-map.mjs
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { feature } from 'topojson-client';

/** Where there are Missions Locales: west, south, east, north in degrees. */
const windows = [
  [-9, 39, 14, 54], // metropolitan France and Corsica
  [-64, 13.8, -59.5, 18.6], // Guadeloupe, Martinique, Saint-Martin, Saint-Barthélemy
  [-56, 1, -50, 7], // Guyane
  [53.5, -23, 58.5, -19], // La Réunion
  [43, -14.5, 47.5, -11], // Mayotte
  [-57.5, 46, -55, 48], // Saint-Pierre-et-Miquelon
  [162, -24, 169.5, -18.5], // Nouvelle-Calédonie
  [-155.5, -24, -138, -7], // Polynésie française
  [-179, -15, -175.5, -12.5], // Wallis-et-Futuna
];
/** Natural Earth's country numbers: France, and its territories that it counts apart. */
const french = new Set(['250', '663', '652', '666', '540', '258', '876']);
/** About 300 m for France, 1 km for its neighbours: finer than a screen shows at the scale of a département. */
const tolerance = { france: 0.002, neighbour: 0.01 };

const atlas = JSON.parse(readFileSync(fileURLToPath(import.meta.resolve('world-atlas/countries-10m.json')), 'utf8'));
const countries = feature(atlas, atlas.objects.countries).features;

const shapes = { france: [], neighbour: [] };
for (const country of countries) {
  const kind = french.has(country.id) ? 'france' : 'neighbour';
  const polygons = country.geometry.type === 'Polygon' ? [country.geometry.coordinates] : country.geometry.coordinates;
  for (const rings of polygons) {
    for (const box of windows) {
      const cut = rings.map((ring) => tidy(clip(ring, box), tolerance[kind])).filter((ring) => ring.length >= 4);
      if (cut.length > 0 && cut[0]) shapes[kind].push(cut);
    }
  }
}

const collection = {
  type: 'FeatureCollection',
  features: Object.entries(shapes).map(([kind, coordinates]) => ({
    type: 'Feature',
    properties: { kind },
    geometry: { type: 'MultiPolygon', coordinates },
  })),
};
const target = fileURLToPath(new URL('../public/map/france.json', import.meta.url));
const text = JSON.stringify(collection);
writeFileSync(target, `${text}\n`);
console.log(`${target}: ${Math.round(text.length / 1000)} kB`);

/** The part of a ring inside a box (Sutherland and Hodgman), closed. */
function clip(ring, [west, south, east, north]) {
  const sides = [
    [(p) => p[0] >= west, (a, b) => at(a, b, 0, west)],
    [(p) => p[0] <= east, (a, b) => at(a, b, 0, east)],
    [(p) => p[1] >= south, (a, b) => at(a, b, 1, south)],
    [(p) => p[1] <= north, (a, b) => at(a, b, 1, north)],
  ];
  let points = ring.slice(0, -1);
  for (const [isInside, cross] of sides) {
    const kept = [];
    points.forEach((point, index) => {
      const before = points.at(index - 1);
      if (isInside(point) !== isInside(before)) kept.push(cross(before, point));
      if (isInside(point)) kept.push(point);
    });
    points = kept;
  }
  return points.length > 0 ? [...points, points[0]] : [];
}

/** The point between a and b whose coordinate `axis` is `value`. */
function at(a, b, axis, value) {
  const share = (value - a[axis]) / (b[axis] - a[axis]);
  return [a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])];
}

/** Fewer points (Douglas and Peucker, tolerance in degrees) and three decimals. */
function tidy(ring, limit) {
  if (ring.length < 4) return [];
  const half = Math.floor(ring.length / 2);
  const points = [...simplify(ring.slice(0, half + 1), limit), ...simplify(ring.slice(half), limit).slice(1)];
  return points.map(([x, y]) => [Math.round(x * 1000) / 1000, Math.round(y * 1000) / 1000]);
}

function simplify(line, limit) {
  if (line.length < 3) return line;
  const [first, last] = [line[0], line.at(-1)];
  let [farthest, index] = [0, 0];
  for (let i = 1; i < line.length - 1; i += 1) {
    const distance = distanceToLine(line[i], first, last);
    if (distance > farthest) [farthest, index] = [distance, i];
  }
  if (farthest <= limit) return [first, last];
  return [...simplify(line.slice(0, index + 1), limit), ...simplify(line.slice(index), limit).slice(1)];
}

function distanceToLine([x, y], [ax, ay], [bx, by]) {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const share = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length));
  return Math.hypot(x - ax - share * dx, y - ay - share * dy);
}
