import { createHash, randomBytes } from 'node:crypto';
import { request as httpRequest, Agent } from 'node:http';
import { createCookie } from '@remix-run/node';
import type pg from 'pg';

/** Somebody signed in, who asks for pages over HTTP with a cookie as a browser does, on kept-alive connections. */
export type Visitor = { cookie: string; get(path: string): Promise<string> };

export async function signIn(client: pg.Client, port: number, membershipId: string): Promise<Visitor> {
  const token = randomBytes(32).toString('base64url');
  await client.query(
    `INSERT INTO session (token_hash, user_id, membership_id, expires_at) SELECT $1, user_id, id, now() + interval '1 day' FROM membership WHERE id = $2`,
    [createHash('sha256').update(token).digest('hex'), membershipId],
  );
  const cookie = (await createCookie('maillage').serialize(token)).split(';')[0]!;
  const agent = new Agent({ keepAlive: true, maxSockets: 50 });
  return { cookie, get: (path) => ask({ agent, port, path, cookie }) };
}

function ask({ agent, port, path, cookie }: { agent: Agent; port: number; path: string; cookie: string }): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({ agent, host: '127.0.0.1', port, path, headers: { cookie, accept: 'text/html' } }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (body += chunk));
      response.on('end', () => (response.statusCode === 200 ? resolve(body) : reject(new Error(`${response.statusCode} ${path}`))));
    });
    request.on('error', (error: NodeJS.ErrnoException) => {
      // The server closes a connection at rest just as it is taken again: asked once more, as a browser does.
      if (request.reusedSocket && error.code === 'ECONNRESET') return void ask({ agent, port, path, cookie }).then(resolve, reject);
      reject(error);
    }).end();
  });
}
