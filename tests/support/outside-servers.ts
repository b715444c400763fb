import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** A server of this machine that speaks as an outside one; it ends with the test. */
export async function outsideServer(answer: (request: IncomingMessage, url: URL, response: ServerResponse) => void | Promise<void>): Promise<string> {
  const server = createServer((request, response) => void answer(request, new URL(request.url ?? '/', 'http://here'), response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => new Promise<void>((resolve) => {
    server.closeAllConnections();
    server.close(() => resolve());
  }));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const json = (response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}) => response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(JSON.stringify(body));
export const bodyOf = async (request: IncomingMessage) => {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
};

/** data.inclusion, API v1, as documented: bearer token, `{items,total,page,size,pages}`. `state` is changed by the test. */
export async function dataInclusionServer(state: { structures: object[]; services: unknown[]; token?: string; busy?: number; broken?: number[] }) {
  const calls: string[] = [];
  const url = await outsideServer((request, address, response) => {
    calls.push(address.pathname + address.search);
    if (request.headers.authorization !== `Bearer ${state.token ?? 'clé'}`) return void json(response, 403, { detail: 'Not authenticated' });
    if (state.busy) {
      state.busy -= 1;
      return void json(response, 429, { detail: 'busy' }, { 'Retry-After': '0' });
    }
    const list = address.pathname.endsWith('/structures') ? state.structures : state.services;
    const [page, size] = [Number(address.searchParams.get('page')), Number(address.searchParams.get('size'))];
    if (address.pathname.endsWith('/services') && state.broken?.includes(page)) return void response.writeHead(200, { 'Content-Type': 'application/json' }).end('{"items": [{"id"');
    json(response, 200, { items: list.slice((page - 1) * size, page * size), total: list.length, page, size, pages: Math.max(1, Math.ceil(list.length / size)) });
  });
  return { url: `${url}/api/v1`, calls };
}

/** France Travail, API « Offres d’emploi » v2: token by client credentials, ranges, 206, 204 without a body, 400 beyond 3,000. */
export async function franceTravailServer(state: { jobs: (Record<string, unknown> & { dateCreation?: string })[]; lifetime?: number; busy?: number; refuseKey?: boolean; forget?: boolean }) {
  const calls: { path: string; at: number }[] = [];
  let tokens = 0;
  const url = await outsideServer(async (request, address, response) => {
    calls.push({ path: address.pathname + address.search, at: performance.now() });
    if (address.pathname === '/token') {
      const form = new URLSearchParams((await bodyOf(request)).toString());
      if (state.refuseKey || form.get('grant_type') !== 'client_credentials' || !form.get('scope')?.includes('api_offresdemploiv2') || address.searchParams.get('realm') !== '/partenaire') return void json(response, 400, { error: 'invalid_client' });
      tokens += 1;
      return void json(response, 200, { access_token: `jeton-${tokens}`, token_type: 'Bearer', expires_in: state.lifetime ?? 1499 });
    }
    if (state.forget || request.headers.authorization !== `Bearer jeton-${tokens}`) {
      state.forget = false;
      return void json(response, 401, {});
    }
    if (state.busy) {
      state.busy -= 1;
      return void json(response, 429, {}, { 'Retry-After': '0' });
    }
    const [, from = '0', to = '149'] = /^(\d+)-(\d+)$/.exec(address.searchParams.get('range') ?? '') ?? [];
    if (Number(from) > 3000) return void json(response, 400, { message: 'La position de début doit être inférieure ou égale à 3000.' });
    const [since, until] = [address.searchParams.get('minCreationDate'), address.searchParams.get('maxCreationDate')];
    const found = state.jobs.filter(({ dateCreation = '2026-11-01T00:00:00Z' }) => (!since || dateCreation >= since) && (!until || dateCreation <= until));
    const page = found.slice(Number(from), Number(to) + 1);
    if (page.length === 0) return void response.writeHead(204).end();
    json(response, found.length > page.length ? 206 : 200, { resultats: page }, { 'Content-Range': `offres ${from}-${Number(from) + page.length - 1}/${found.length}` });
  });
  return { url, tokenUrl: `${url}/token`, calls, tokens: () => tokens };
}
