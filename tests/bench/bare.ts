import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ServerBuild } from '@remix-run/node';
import pg from 'pg';
import { withTrace, type Trace } from '~/server/log.server';
import { measure, type Figures } from './measure';

type Statement = NonNullable<Trace['statements']>[number];

/**
 * The statements that a page sends, caught by running its loader in this process, then replayed bare on one connection:
 * what the database alone takes, without Prisma, Remix or React.
 */
export async function statementsOf(routeIds: string[], address: string, params: Record<string, string>, cookie: string): Promise<Statement[]> {
  const build = (await import(pathToFileURL(path.resolve('build/server/index.js')).href)) as ServerBuild;
  const statements: Statement[] = [];
  for (const routeId of routeIds) {
    const loader = build.routes[routeId]?.module.loader;
    if (!loader) throw new Error(`no loader in ${routeId}`);
    const request = new Request(`http://127.0.0.1${address}`, { headers: { cookie } });
    await withTrace({ requestId: 'bench', queries: 0, statements }, async () => loader({ request, params, context: { requestId: 'bench', nonce: '', address: '127.0.0.1', metrics: undefined as never } }));
  }
  return statements;
}

export async function replay(databaseUrl: string, pages: Statement[][], count: number): Promise<Figures> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return await measure(count, 1, async (n) => {
      for (const { text, values } of pages[n % pages.length]!) await client.query(text, values);
    });
  } finally {
    await client.end();
  }
}
