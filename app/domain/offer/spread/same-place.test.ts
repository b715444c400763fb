import { expect, test } from 'vitest';
import { isSamePlace } from './same-place';

const at = (addressLine: string | null, communeCode: string | null = '65286', postcode: string | null = '65100') => ({ addressLine, postcode, communeCode });

test.each([
  ['la même, écrite autrement', at('12, rue de l’Église'), at('12 RUE DE L\'EGLISE'), true],
  ['la même, sans son code postal', at('12 rue Larrey'), at('12 rue Larrey', '65286', null), true],
  ['une commune et rien d’autre, deux fois', at(null), at(''), true],
  ['un autre numéro', at('12 rue Larrey'), at('14 rue Larrey'), false],
  ['la même rue d’une autre commune', at('12 rue Larrey'), at('12 rue Larrey', '65440', '65000'), false],
  ['le même nom de rue, d’un autre arrondissement', at('1 rue Neuve', '75056', '75011'), at('1 rue Neuve', '75056', '75012'), false],
  ['deux adresses inconnues', at(null, null, null), at(null, null, null), false],
])('%s', (_what, one, other, same) => expect(isSamePlace(one, other)).toBe(same));
