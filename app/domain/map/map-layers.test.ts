import { expect, test } from 'vitest';
import { mayBeKept } from './map-layers';

test.each([
  ['partners', '', true], ['partners', 'etape=actif', true], ['partners', 'position=oui', false], ['offers', '', true], ['offers', 'sorte=formation&q=cuisine', true],
  // A session is cancelled, its offer stays as it is.
  ['offers', 'sorte=formation&session=2030-01-31', false],
] as const)('%s, « %s » : gardé tant que rien ne change, %s', (layer, query, isKept) => {
  expect(mayBeKept(layer, new URLSearchParams(query))).toBe(isKept);
});
