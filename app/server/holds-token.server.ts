import { timingSafeEqual } from 'node:crypto';
import { env } from './env.server';

/** Does this request carry `Authorization: Bearer METRICS_TOKEN`? Never, without a token in the settings. */
export function holdsToken(request: Request): boolean {
  const expected = env().METRICS_TOKEN;
  const given = request.headers.get('Authorization')?.replace(/^Bearer /, '') ?? '';
  return Boolean(expected) && same(given, expected ?? '');
}

function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
