import { timingSafeEqual } from 'node:crypto';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { env } from '~/server/env.server';

/** Prometheus' text format, behind `Authorization: Bearer METRICS_TOKEN`. Without a token in the settings, there is no such page. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const expected = env().METRICS_TOKEN;
  const given = request.headers.get('Authorization')?.replace(/^Bearer /, '') ?? '';
  if (!expected || !same(given, expected)) return new Response('Introuvable\n', { status: 404 });
  return new Response(await context.metrics.metrics(), { headers: { 'Content-Type': context.metrics.contentType } });
}

function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
