import type { RequestHandler } from 'express';
import { randomBytes } from 'node:crypto';

/** Content-Security-Policy with a nonce per answer, and the other headers that a browser obeys. */
export const securityHeaders =
  ({ dev, https, tiles = '' }: { dev: boolean; https: boolean; /** The site whose tiles the maps show, when one is configured. */ tiles?: string }): RequestHandler =>
  (_request, response, next) => {
    const nonce = randomBytes(16).toString('base64');
    response.locals.nonce = nonce;
    const policy = [
      `default-src 'self'`,
      `script-src 'self' 'nonce-${nonce}'${dev ? " 'unsafe-eval'" : ''}`,
      dev ? `style-src 'self' 'unsafe-inline'` : `style-src 'self' 'nonce-${nonce}'`,
      // React Aria places popovers and hides texts by style attributes; attributes cannot load or run anything.
      `style-src-attr 'unsafe-inline'`,
      `img-src 'self' data: blob:${tiles && ` ${tiles}`}`,
      `connect-src 'self'${tiles && ` ${tiles}`}${dev ? ' ws:' : ''}`,
      `font-src 'self'`,
      `worker-src 'self' blob:`,
      `object-src 'none'`,
      `base-uri 'none'`,
      `form-action 'self'`,
      `frame-ancestors 'none'`,
    ];
    response.setHeader('Content-Security-Policy', policy.join('; '));
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('X-Frame-Options', 'DENY');
    response.setHeader('Referrer-Policy', 'same-origin');
    response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
    response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
    response.setHeader('Permissions-Policy', 'camera=(), geolocation=(self), microphone=(self), payment=(), usb=()');
    if (https) response.setHeader('Strict-Transport-Security', 'max-age=63072000; includeSubDomains');
    next();
  };

/**
 * Pages and lists belong to who is signed in: the browser keeps none of them, so that nothing is read back after signing out, unless an
 * answer says otherwise. What a link fetches ahead is kept for the click that follows, by the browser alone.
 */
export const nothingIsKept: RequestHandler = (request, response, next) => {
  const isAhead = /prefetch/i.test(request.get('Sec-Purpose') ?? request.get('Purpose') ?? '');
  const send = response.writeHead.bind(response) as (...args: unknown[]) => typeof response;
  response.writeHead = ((...args: unknown[]) => {
    if (!response.hasHeader('Cache-Control')) response.setHeader('Cache-Control', isAhead ? 'private, no-cache' : 'private, no-store');
    return send(...args);
  }) as typeof response.writeHead;
  next();
};

const reads = new Set(['GET', 'HEAD', 'OPTIONS']);

/** A change must come from our own pages: `Sec-Fetch-Site` where the browser sends it, else `Origin`. SameSite=Lax alone leaves sibling sites. */
export const checkOrigin: RequestHandler = (request, response, next) => {
  // A method that the Fetch standard forbids would rise as our error.
  if (request.method === 'TRACE' || request.method === 'CONNECT') return void response.status(405).type('text').send('Méthode refusée.\n');
  // Nor could an address be made of these: Remix takes the port of either.
  if (!URL.canParse(`http://${request.get('Host') || 'localhost'}`) || Number.parseInt(request.get('X-Forwarded-Host')?.split(':')[1] ?? '', 10) > 65_535) return void response.status(400).type('text').send('Adresse du site non comprise.\n');
  if (reads.has(request.method)) return next();
  const site = request.get('Sec-Fetch-Site');
  const origin = request.get('Origin');
  const ours = origin ? sameHost(origin, request.get('Host')) : site === 'same-origin';
  if (ours && (site === undefined || site === 'same-origin')) return next();
  response.status(403).type('text').send('Cette demande ne vient pas de Maillage : elle est refusée.\n');
};

function sameHost(origin: string, host: string | undefined): boolean {
  try {
    return new URL(origin).host === host;
  } catch {
    return false;
  }
}
