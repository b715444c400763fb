import express from 'express';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { errorPage } from './error-page';
import { refuseInFrench } from './refuse-in-french.server';
import { securityHeaders } from './security.server';

/** Asks a small site, made as the true one, for an address. */
async function ask(address: string, accept: string) {
  const app = express();
  app.use(securityHeaders({ dev: false, https: false }));
  app.use('/assets', express.static('public', { fallthrough: false }));
  app.use(refuseInFrench);
  const server = app.listen(0, '127.0.0.1');
  try {
    await new Promise((listening) => server.once('listening', listening));
    const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${address}`, { headers: { Accept: accept } });
    return { status: answer.status, type: answer.headers.get('Content-Type'), policy: answer.headers.get('Content-Security-Policy') ?? '', text: await answer.text() };
  } finally {
    server.close();
  }
}

test.each([
  ['/assets/%00', 400],
  ['/assets/%ff', 400],
  ['/assets/nulle-part.js', 404],
])('%s : une page en français', async (address, status) => {
  const answer = await ask(address, 'text/html,application/xhtml+xml');
  expect([answer.status, answer.type]).toEqual([status, 'text/html; charset=utf-8']);
  expect(answer.text).toContain(`Erreur ${status}`);
  expect(answer.text).toContain('<html lang="fr">');
  expect(answer.text).not.toMatch(/Error:|Bad Request|Not Found|node_modules/);
  // The style of the page is the one that the policy lets through.
  expect(answer.policy).toContain(`'nonce-${/style nonce="([^"]+)"/.exec(answer.text)?.[1]}'`);
});

test('qui ne veut pas de page reçoit une ligne en français', async () => {
  const answer = await ask('/assets/nulle-part.js', '*/*');
  expect([answer.status, answer.type, answer.text]).toEqual([404, 'text/plain; charset=utf-8', 'Page introuvable. Cette adresse n’existe pas ou plus.\n']);
});

test('ce qu’une phrase contient n’est jamais du code', () => {
  expect(errorPage({ status: 422, title: '<b>', sentence: '<script>"&' })).toContain('<p>&lt;script&gt;&quot;&amp;</p>');
});
