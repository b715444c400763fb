import type { AddressInfo } from 'node:net';
import { request } from 'node:http';
import express from 'express';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkOrigin, nothingIsKept, securityHeaders } from './security.server';

/** A site of two pages behind the middlewares of ours. */
const site = express()
  .use(securityHeaders({ dev: false, https: true }), nothingIsKept, checkOrigin)
  .all('/page', (_request, response) => void response.type('html').send('<p>Nadia</p>'))
  .get('/fond', (_request, response) => void response.set('Cache-Control', 'private, max-age=3600').send('fond'));
let [port, close] = [0, () => {}];
beforeAll(() => new Promise<void>((ready) => {
  const server = site.listen(0, '127.0.0.1', () => {
    port = (server.address() as AddressInfo).port;
    close = () => server.close();
    ready();
  });
}));
afterAll(() => close());

const ask = (path: string, method = 'GET', headers: Record<string, string> = {}) =>
  new Promise<{ status: number; headers: Record<string, string | string[] | undefined> }>((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, method, headers }, (answer) => answer.resume().on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers }))).on('error', reject).end();
  });

test('a page is kept nowhere, what a link fetches ahead by the browser alone, and an answer that says for how long as it says', async () => {
  expect((await ask('/page')).headers['cache-control']).toBe('private, no-store');
  expect((await ask('/page', 'GET', { 'Sec-Purpose': 'prefetch' })).headers['cache-control']).toBe('private, no-cache');
  expect((await ask('/fond')).headers['cache-control']).toBe('private, max-age=3600');
  expect((await ask('/absente')).headers['cache-control']).toBe('private, no-store');
});

test('no other site frames a page, runs a script in it or receives its forms', async () => {
  const { headers } = await ask('/page');
  const policy = String(headers['content-security-policy']);
  for (const rule of ["default-src 'self'", "object-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'"]) expect(policy).toContain(rule);
  expect(policy).not.toMatch(/script-src[^;]*unsafe/);
  expect([headers['x-frame-options'], headers['x-content-type-options'], headers['referrer-policy'], headers['strict-transport-security']]).toEqual(['DENY', 'nosniff', 'same-origin', 'max-age=63072000; includeSubDomains']);
});

const ours = () => ({ Origin: `http://127.0.0.1:${port}` });
test.each([
  ['our own page', () => ours(), 200],
  ['our own page, as the browser says it', () => ({ ...ours(), 'Sec-Fetch-Site': 'same-origin' }), 200],
  ['another site', () => ({ Origin: 'http://ailleurs.example' }), 403],
  ['another site that names ours as the proxy would', () => ({ Origin: 'http://ailleurs.example', 'X-Forwarded-Host': 'ailleurs.example' }), 403],
  ['a sibling site', () => ({ ...ours(), 'Sec-Fetch-Site': 'same-site' }), 403],
  ['a page without origin', () => ({ Origin: 'null' }), 403],
  ['nobody knows where', () => ({}), 403],
])('a change sent by %s', async (_from, headers, status) => {
  for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) expect([method, (await ask('/page', method, headers())).status]).toEqual([method, status]);
});

test('a method that no page has is refused, and is no error of ours', async () => {
  expect((await ask('/page', 'TRACE', ours())).status).toBe(405);
});

test.each<[Record<string, string>, number]>([
  [{ Host: 'maillage.example:99999' }, 400],
  [{ Host: 'a b' }, 400],
  [{ Host: '' }, 200],
  [{ 'X-Forwarded-Host': 'maillage.example:99999' }, 400],
  [{ 'X-Forwarded-Host': 'maillage.example:443, devant.example' }, 200],
])('a host of which no address can be made is refused before it breaks a page: %j', async (headers, status) => {
  expect((await ask('/page', 'GET', headers)).status).toBe(status);
});
