import { createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** A random token of 256 bits: so much chance needs no slow hash to be kept safely. */
export const newToken = () => randomBytes(32).toString('base64url');

/** What the database keeps of a token: its sha256. */
export const hashToken = (token: string) => createHash('sha256').update(token).digest('hex');

/** A key for one purpose, derived from the application's secret (HKDF, RFC 5869), so that no two purposes share one. */
export function keyFor(secret: string, purpose: string): Buffer {
  const name = `${purpose} ${secret}`;
  const key = keys.get(name) ?? Buffer.from(hkdfSync('sha256', secret, 'maillage', purpose, 32));
  keys.set(name, key);
  return key;
}

/** Derived once: every page opens its message with one of them. */
const keys = new Map<string, Buffer>();

/** What stands for a value without telling it: an HMAC that nobody can try out without the secret. */
export const fingerprint = (secret: string, purpose: string, value: string) => createHmac('sha256', keyFor(secret, purpose)).update(value).digest('hex');
