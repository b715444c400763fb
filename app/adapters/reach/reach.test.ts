import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { geoplateformeReach } from './geoplateforme-reach';

/** Answers as the Géoplateforme's documentation says; `answer` chooses how this time. */
let answer: (request: IncomingMessage, response: ServerResponse) => void = () => {};
let asked: URL;
const server = createServer((request, response) => {
  asked = new URL(request.url!, 'http://localhost');
  answer(request, response);
});
let url = '';
beforeAll(async () => {
  await new Promise<void>((open) => server.listen(0, '127.0.0.1', open));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/navigation/isochrone`;
});
afterAll(() => void server.close());

const json = (status: number, body: unknown, headers = {}) => (_: IncomingMessage, response: ServerResponse) => void response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(JSON.stringify(body));
const ring = (points: number) => Array.from({ length: points + 1 }, (_, i) => [0.07 + 0.1 * Math.cos((2 * Math.PI * i) / points), 43.23 + 0.07 * Math.sin((2 * Math.PI * i) / points)]);
const from = (timeoutMs = 2_000) => geoplateformeReach({ url, timeoutMs }).from({ point: { latitude: 43.233, longitude: 0.071 }, profile: 'car', minutes: 30 });

test('demande en secondes, longitude d’abord, et rend le contour sur 400 points au plus', async () => {
  answer = json(200, { point: '0.071,43.233', resource: 'bdtopo-valhalla', resourceVersion: '2026-06-15', geometry: { type: 'Polygon', coordinates: [ring(1500)] }, bbox: [0, 0, 1, 1] });
  const reached = await from();
  expect(Object.fromEntries(asked.searchParams)).toMatchObject({ point: '0.071,43.233', costType: 'time', costValue: '1800', profile: 'car', crs: 'EPSG:4326', geometryFormat: 'geojson' });
  expect(reached).toMatchObject({ ok: true, version: '2026-06-15' });
  const outline = reached.ok ? reached.outline : [];
  expect(outline.length).toBeGreaterThan(300);
  expect(outline.length).toBeLessThanOrEqual(400);
  expect(outline.at(-1)).toEqual(outline[0]);
});

test('de plusieurs morceaux, prend le plus grand', async () => {
  answer = json(200, { resourceVersion: 'v', geometry: { type: 'MultiPolygon', coordinates: [[ring(5)], [ring(40)]] } });
  expect(await from()).toMatchObject({ ok: true, outline: { length: 41 } });
});

test.each([
  ['429, il dit quand revenir', json(429, {}, { 'Retry-After': '30' }), { retryAfterMs: 30_000 }],
  ['429 sans rien dire', json(429, {}), { retryAfterMs: 5_000 }],
  ['une panne', json(503, {}), { retryAfterMs: 60_000 }],
  ['un refus', json(400, { message: 'no' }), { retryAfterMs: 86_400_000 }],
  ['une autre forme', json(200, { geometry: null }), { reason: 'La réponse du service n’a pas été comprise.' }],
  ['autre chose que du JSON', (_: IncomingMessage, response: ServerResponse) => void response.end('<html>'), { reason: 'Le service ne répond pas.' }],
  ['une connexion coupée', (request: IncomingMessage) => void request.socket.destroy(), { reason: 'Le service ne répond pas.' }],
])('%s', async (_, how, expected) => {
  answer = how as typeof answer;
  expect(await from()).toMatchObject({ ok: false, ...expected });
});

test('un service qui se tait est laissé', async () => {
  answer = () => {};
  expect(await from(100)).toMatchObject({ ok: false, reason: 'Le service ne répond pas.' });
});

test('ce qui arrive ensemble passe à son tour : le service compte les demandes', async () => {
  let count = 0;
  answer = (request, response) => {
    count += 1;
    json(404, {})(request, response);
  };
  // One in a quarter of an hour: the second does not come during a test.
  const service = geoplateformeReach({ url, rate: 0.001 });
  const ask = () => service.from({ point: { latitude: 43.2, longitude: 0.07 }, profile: 'car', minutes: 30 });
  const [first] = [ask(), ask()];
  await first;
  // Those of another, which wait for nobody, come and go meanwhile.
  for (let i = 0; i < 3; i += 1) await from();
  expect(count).toBe(4);
});
