import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { geoplateforme } from './geoplateforme';

/** The Géoplateforme as its documentation says: a file of addresses comes back with columns more, one question as GeoJSON. */
let csv: (rows: string[][]) => { status?: number; body: string; headers?: Record<string, string> } = () => ({ body: '' });
let calls: { path: string; query: URLSearchParams; body: string }[] = [];
const columns = 'id;adresse;insee;latitude;longitude;result_label;result_score;result_score_next;result_type;result_id;result_citycode;result_status';
const server = createServer(async (request: IncomingMessage, response: ServerResponse) => {
  const { pathname, searchParams } = new URL(request.url!, 'http://here');
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  const body = Buffer.concat(pieces).toString();
  calls.push({ path: pathname, query: searchParams, body });
  if (pathname.endsWith('/csv')) {
    const rows = [...body.matchAll(/^"(a\d+)";"([^"]*)";"(\w{5})"\r?$/gm)].map(([, id, line, insee]) => [id!, line!, insee!]);
    const { status = 200, body: answer, headers } = csv(rows);
    return void response.writeHead(status, { 'Content-Type': 'text/csv', ...headers }).end(answer);
  }
  response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify({ type: 'FeatureCollection', features: [{ geometry: { type: 'Point', coordinates: [0.5, 43.5] }, properties: { type: 'street', score: 0.8, x: 464000, y: 6231000 } }] }));
});
let url = '';
beforeAll(async () => {
  await new Promise<void>((open) => server.listen(0, '127.0.0.1', open));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/geocodage`;
});
afterAll(() => void server.close());
beforeEach(() => {
  calls = [];
});

const addresses = Array.from({ length: 6 }, (_, i) => ({ id: `a${i}`, line: `${i} rue de l’Église ; bât. B`, communeCode: '65440' }));
const found = ([id, line, insee]: string[]) => `${id};"${line}";${insee};43.23;0.07;"Ici";0.91;0.4;housenumber;65440_1;65440;ok`;
const find = (tries = 2) => geoplateforme({ url, tries, longestPauseMs: 1, timeoutMs: 2000 }).find(addresses);

test('un fichier, filtré par la colonne du code INSEE ; ce qui n’est pas trouvé est absent', async () => {
  csv = (rows) => ({ body: [columns, ...rows.map((row, i) => (i === 2 ? `${row[0]};"${row[1]}";${row[2]};;;;;;;;;not-found` : i === 3 ? `${row[0]};;;;;;;;;;;skipped` : found(row)))].join('\r\n') });
  const places = await find();
  expect([...places.keys()]).toEqual(['a0', 'a1', 'a4', 'a5']);
  expect(places.get('a0')).toEqual({ latitude: 43.23, longitude: 0.07, type: 'housenumber', score: 0.91 });
  expect(calls).toHaveLength(1);
  expect(calls[0]!.body).toMatch(/name="citycode"\r\n\r\ninsee\r\n/);
  expect(calls[0]!.body).not.toMatch(/name="postcode"/);
});

test('une ligne en erreur chez eux, ou qui n’est pas revenue, est redemandée seule : ce n’est pas une adresse inconnue', async () => {
  csv = (rows) => ({ body: [columns, ...rows.slice(0, 5).map((row, i) => (i === 1 ? `${row[0]};"${row[1]}";${row[2]};;;;;;;;;error` : found(row)))].join('\n') });
  const places = await find();
  expect([...places.keys()].sort()).toEqual(addresses.map(({ id }) => id));
  expect(places.get('a5')).toEqual({ latitude: 43.5, longitude: 0.5, type: 'street', score: 0.8 });
  expect(calls.map(({ path, query }) => `${path} ${query.get('citycode') ?? ''}`.trim())).toEqual(['/geocodage/search/csv', '/geocodage/search 65440', '/geocodage/search 65440']);
});

test.each([
  ['une page HTML', () => ({ body: '<html><body>Maintenance "en cours</body></html>' }), /autre chose que ce qu’on attend/],
  ['rien', () => ({ body: '' }), /autre chose que ce qu’on attend/],
  ['un fichier refusé, trop gros', () => ({ status: 413, body: '' }), /a refusé la demande \(réponse 413\)/],
  ['429 à chaque fois', () => ({ status: 429, body: '', headers: { 'Retry-After': '5' } }), /demande d’attendre/],
  ['une panne', () => ({ status: 503, body: '' }), /est en panne \(réponse 503\)/],
])('%s : le travail échoue et reviendra, aucune adresse n’est dite inconnue', async (_what, answer, sentence) => {
  csv = answer;
  await expect(find()).rejects.toThrow(sentence);
  expect(calls.every(({ path }) => path.endsWith('/csv'))).toBe(true);
});
