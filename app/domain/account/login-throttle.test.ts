import { expect, test } from 'vitest';
import { addressBlock, tooManyTries } from './login-throttle';

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:12:34:aaaa:bbbb:cccc:dddd', '2001:db8:12:34::/64'],
  ['2001:DB8:12:34::1', '2001:db8:12:34::/64'],
  ['2001:0db8:0012:0034::1', '2001:db8:12:34::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['', ''],
])('%s compte pour %s', (address, block) => {
  expect(addressBlock(address)).toBe(block);
});

test('l’attente se dit en minutes', () => {
  expect([1, 12].map(tooManyTries)).toEqual(['Trop d’essais. Réessayez dans une minute.', 'Trop d’essais. Réessayez dans 12 minutes.']);
});
