import type { RequestHandler } from 'express';
import { randomUUID } from 'node:crypto';
import { log, withTrace, type Trace } from './log.server';

/** Gives each request an id and writes its line when it ends. Addresses are logged without their values: a search may hold a name. */
export const traceRequests: RequestHandler = (request, response, next) => {
  const started = process.hrtime.bigint();
  const trace: Trace = { requestId: randomUUID(), queries: 0 };
  response.locals.requestId = trace.requestId;
  response.locals.trace = trace;
  response.setHeader('X-Request-Id', trace.requestId);
  response.on('close', () => {
    const ms = Number(process.hrtime.bigint() - started) / 1e6;
    if (request.originalUrl.startsWith('/assets/')) return;
    log({ what: 'request', ...trace, method: request.method, path: shapeOf(request.originalUrl.split('?')[0]!), status: response.statusCode, ms: Math.round(ms * 10) / 10, finished: response.writableEnded });
  });
  withTrace(trace, next);
};

/** Ids and tokens out of an address: `/partenaires/:id`. */
export const shapeOf = (path: string) => path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}|[\w-]{32,}/g, ':id');
