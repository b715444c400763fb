/**
 * JSON that PostgreSQL accepts whatever a file held: its texts know neither NUL nor half an emoji (a surrogate alone, left
 * by a program that cut a text in the middle of a character).
 */
export function asJson(value: unknown): string {
  return JSON.stringify(value, (_key, one: unknown) => (typeof one === 'string' && broken.test(one) ? one.replace(brokenAll, '') : one));
}

const pattern = '\\u0000|[\\uD800-\\uDBFF](?![\\uDC00-\\uDFFF])|(?<![\\uD800-\\uDBFF])[\\uDC00-\\uDFFF]';
const broken = new RegExp(pattern);
const brokenAll = new RegExp(pattern, 'g');
