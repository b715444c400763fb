import { createRequestHandler } from '@remix-run/express';
import type { ServerBuild } from '@remix-run/node';
import compression from 'compression';
import express from 'express';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { refuseDemoInProduction } from '~/domain/agency/refuse-demo-in-production.server';
import { asSystem } from './db.server';
import { env } from './env.server';
import { log } from './log.server';
import { metricsRegistry, requestIsMeasured } from './metrics.server';
import { byAddress } from './narrow-build';
import { refuseInFrench } from './refuse-in-french.server';
import { checkOrigin, nothingIsKept, securityHeaders } from './security.server';
import { traceRequests } from './trace-requests.server';
import './context.server';

/** The web process: express around Remix. `node build/bin/main.js`, from the root of the project. */
const settings = env();
const dev = settings.NODE_ENV === 'development';
if (settings.APP_MODE === 'production') await asSystem('a production holds no demonstration', refuseDemoInProduction);
const app = express();
app.disable('x-powered-by');
app.set('trust proxy', settings.TRUST_PROXY);
app.get('/health', (_request, response) => void response.type('text').send('ok\n'));
app.use(traceRequests, requestIsMeasured);
app.use(securityHeaders({ dev, https: settings.APP_MODE === 'production', tiles: settings.tiles.MAP_TILES === 'ign' ? new URL(settings.tiles.MAP_TILES_STYLE).origin : '' }), nothingIsKept, checkOrigin);
app.use(compression());

const vite = dev ? await import('vite').then(({ createServer }) => createServer({ server: { middlewareMode: true } })) : null;
if (vite) {
  app.use(vite.middlewares);
} else {
  // Names carry a hash of the content: kept for a year. The rest (icons, base map) for an hour.
  app.use('/assets', express.static('build/client/assets', { immutable: true, maxAge: '1y', fallthrough: false }));
  app.use(express.static('build/client', { maxAge: '1h' }));
}

const built = path.resolve('build/server/index.js');
if (!vite && !existsSync(built)) throw new Error('Le site n’est pas construit : npm run build');
const handlerOf = (build: Parameters<typeof createRequestHandler>[0]['build']) =>
  createRequestHandler({
    build,
    mode: settings.NODE_ENV,
    getLoadContext: (request, response) => ({ requestId: String(response.locals.requestId), address: request.ip ?? '', nonce: String(response.locals.nonce), metrics: metricsRegistry }),
  });
const whole = vite && handlerOf(() => vite.ssrLoadModule('virtual:remix/server-build') as Promise<ServerBuild>);
const handlerFor = whole ? () => whole : byAddress((await import(pathToFileURL(built).href)) as ServerBuild, handlerOf);
app.all('*', (request, response, next) => handlerFor(request.path)(request, response, next));
app.use(refuseInFrench);

const server = app.listen(settings.PORT, settings.HOST, async () => {
  const { port } = server.address() as AddressInfo;
  log({ what: 'listening', host: settings.HOST, port });
  if (process.env.PORT_FILE) await writeFile(process.env.PORT_FILE, String(port));
});
server.on('error', (error: NodeJS.ErrnoException) => {
  log({ what: 'cannot listen', code: error.code, port: settings.PORT });
  process.exit(error.code === 'EADDRINUSE' ? 98 : 1);
});

/** Requests under way end; new ones are refused; after ten seconds, it stops all the same. */
function stop(signal: string) {
  log({ what: 'stopping', signal });
  server.close(() => process.exit(0));
  server.closeIdleConnections();
  setTimeout(() => process.exit(0), 10_000).unref();
}
process.once('SIGTERM', stop);
process.once('SIGINT', stop);
