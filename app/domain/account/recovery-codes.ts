import { randomInt } from 'node:crypto';
import { fingerprint } from './tokens';

/** No 0, O, 1, I, L, U: they are copied by hand from paper. */
const letters = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';
export const recoveryCodeCount = 10;

/** Ten codes of twelve letters (58 bits each), in groups of four: shown once. */
export function newRecoveryCodes(): string[] {
  const group = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('');
  return Array.from({ length: recoveryCodeCount }, () => [group(), group(), group()].join('-'));
}

/** What is kept of a code: it can neither be read nor, without the application's secret, tried out. */
export const recoveryHash = (secret: string, userId: string, code: string) => fingerprint(secret, 'recovery-code', `${userId}:${code.toUpperCase().replace(/[^A-Z0-9]/g, '')}`);
