import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const address = 'https://tuiles.example/style.json';
const style = { version: 8, sources: {}, layers: [{ id: 'fond', type: 'background' }] };
const ofServer = { style: address, departements: { type: 'FeatureCollection', features: [] } };
const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });
const own = { departements: ofServer.departements, base: null };

let asked = 0;
/** The server of tiles answers when the test says so. */
let answer: (response: Response | Error) => void = () => {};
let loadGround: typeof import('./read-points').loadGround;

beforeEach(async () => {
  asked = 0;
  vi.useFakeTimers();
  vi.stubGlobal('fetch', (where: string) => {
    if (where !== address) return Promise.resolve(json(ofServer));
    asked += 1;
    return new Promise<Response>((resolve, reject) => (answer = (response) => (response instanceof Error ? reject(response) : resolve(response))));
  });
  vi.resetModules();
  ({ loadGround } = await import('./read-points'));
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** The ground that the map begins with, the server of tiles being silent until then. */
async function begun() {
  const loading = loadGround();
  await vi.advanceTimersByTimeAsync(300);
  return loading;
}

test('des tuiles muettes n’attendent personne : le fond de la carte d’abord, le leur quand il vient', async () => {
  const { ground, later } = await begun();
  expect(ground).toEqual(own);
  answer(json(style));
  expect(await later).toEqual({ departements: ofServer.departements, base: style });
});

test('ce qui répond aussitôt est dessiné du premier coup', async () => {
  const loading = loadGround();
  await vi.advanceTimersByTimeAsync(0);
  answer(json(style));
  const { ground, later } = await loading;
  expect([ground, await later]).toEqual([{ departements: ofServer.departements, base: style }, null]);
});

test.each<[string, Response | Error]>([
  ['une panne', json({}, 503)],
  ['une coupure', new Error('réseau')],
  ['autre chose qu’un style', json({ message: 'bonjour' })],
])('%s : la carte garde son fond, et n’est pas redemandée avant cinq minutes', async (_what, said) => {
  const { later } = await begun();
  answer(said);
  expect(await later).toBeNull();
  expect(await begun()).toMatchObject({ ground: own });
  expect(asked).toBe(1);
  await vi.advanceTimersByTimeAsync(5 * 60_000);
  await begun();
  expect(asked).toBe(2);
});

test('sans tuiles choisies, rien n’est demandé ailleurs', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(json({ ...ofServer, style: null })));
  const { ground, later } = await begun();
  expect([ground, await later, asked]).toEqual([own, null, 0]);
});
