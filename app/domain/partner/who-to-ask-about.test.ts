import { expect, test } from 'vitest';
import { whoToAskAbout } from './who-to-ask-about';

const known = (organisationId: string, match: 'siret' | 'same' | 'near', partnershipId: string | null = null) => ({ organisationId, match, partnershipId });

test('a like name is asked about once', () => {
  expect(whoToAskAbout([known('a', 'near'), known('b', 'same')], ['b'])).toEqual([known('a', 'near')]);
  expect(whoToAskAbout([known('a', 'near')], ['a'])).toEqual([]);
});

test('the SIRET of a partner of ours is asked about however often', () => {
  expect(whoToAskAbout([known('a', 'siret', 'p')], ['a'])).toEqual([known('a', 'siret', 'p')]);
});

test('a SIRET that the network knows says who it is: no name is asked about', () => {
  expect(whoToAskAbout([known('a', 'siret'), known('b', 'near', 'p')], [])).toEqual([]);
});
