import type { RequestHandler } from 'express';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import type { Trace } from './log.server';

/** What Prometheus reads at /metrics, behind METRICS_TOKEN. */
export const metricsRegistry = new Registry();
collectDefaultMetrics({ register: metricsRegistry });

const durations = new Histogram({
  name: 'maillage_request_seconds',
  help: 'Time to answer a request, by method, permission and status',
  labelNames: ['method', 'permission', 'status'],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
  registers: [metricsRegistry],
});
const queries = new Histogram({
  name: 'maillage_request_queries',
  help: 'Statements sent to the database by a request',
  labelNames: ['permission'],
  buckets: [1, 2, 4, 8, 16, 32, 64],
  registers: [metricsRegistry],
});

export const requestIsMeasured: RequestHandler = (request, response, next) => {
  if (request.originalUrl.startsWith('/assets/')) return next();
  const end = durations.startTimer({ method: request.method });
  response.on('close', () => {
    const { permission = 'none', queries: count } = response.locals.trace as Trace;
    end({ permission, status: response.statusCode });
    queries.observe({ permission }, count);
  });
  next();
};
