/** How many tries within how many minutes, by what is tried: for one account, and from one address (an agency's people share theirs). */
export const tryLimits = {
  signIn: { account: 5, address: 20, minutes: 15 },
  code: { account: 5, address: 20, minutes: 15 },
  reset: { account: 3, address: 10, minutes: 60 },
  link: { account: 10, address: 20, minutes: 15 },
  export: { account: 20, address: 200, minutes: 10 },
} as const;

export type TryKind = keyof typeof tryLimits;

/** `waitMinutes`: how long until the next try is heard. Nothing is ever locked for good. */
export type Try = { allowed: true } | { allowed: false; waitMinutes: number };

export const tooManyTries = (waitMinutes: number) => `Trop d’essais. Réessayez dans ${waitMinutes === 1 ? 'une minute' : `${waitMinutes} minutes`}.`;

/**
 * The part of a network address that one person cannot change at will: all of an IPv4 address, the first half (/64) of an
 * IPv6 one, since a single connection commonly holds the other half.
 */
export function addressBlock(address: string): string {
  const plain = address.toLowerCase().replace(/^::ffff:(?=\d+\.)/, '').replace(/%.*$/, '');
  if (!plain.includes(':')) return plain;
  const [head = '', tail] = plain.split('::');
  const front = head ? head.split(':') : [];
  const back = tail ? tail.split(':') : [];
  const middle = tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - front.length - back.length) }, () => '0');
  return `${[...front, ...middle, ...back].slice(0, 4).map((group) => group.replace(/^0+(?=.)/, '')).join(':')}::/64`;
}
