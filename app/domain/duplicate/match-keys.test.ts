import { expect, test } from 'vitest';
import { matchKeys, type Reachable } from './match-keys';

const partner = (facts: Partial<Reachable>): Reachable => ({
  siret: null, name: 'Garage du Pic', brandName: null, acronym: null, originalName: null, addressLine: null, postcode: '65000', communeCode: '65440', communeName: 'Tarbes', departementCode: '65', position: null, kinds: [], phones: [], mails: [], website: null, ...facts,
});
const keys = (facts: Partial<Reachable>, block: string) => matchKeys(partner(facts)).flatMap((key) => (key.block === block ? [key.value] : []));

test('a mailbox that everybody may open, a page on a public site, say nothing of whose they are', () => {
  expect(keys({ mails: ['pic@gmail.com', 'pic@orange.fr'], website: 'https://www.facebook.com/pic' }, 'domain')).toEqual([]);
  expect(keys({ mails: ['Accueil@Garage-Pic.example'], website: 'https://www.garage-pic.example/contact' }, 'domain')).toEqual(['garage-pic.example']);
  expect(keys({ mails: ['Accueil@Garage-Pic.example'] }, 'mail')).toEqual(['accueil@garage-pic.example']);
});

test('two ways of writing a street meet, two streets do not', () => {
  const address = (addressLine: string) => keys({ addressLine }, 'address');
  expect(address('9 bd du Gal Leclerc')).toEqual(address('9, boulevard Général Leclerc - BP 12'));
  expect(address('9 rue Foch')).not.toEqual(address('11 rue Foch'));
});

test('initials meet the acronym that stands for them, in their commune', () => {
  const [long, short] = [keys({ name: 'Maison familiale rurale de Tarbes' }, 'acronymHere'), keys({ name: 'MFR' }, 'acronymHere')];
  expect(long).toContain(short[0]);
});

test('every name that a partner goes by is a key, once', () => {
  expect(keys({ name: 'SARL Garage du Pic', originalName: 'SARL GARAGE DU PIC', brandName: 'Auto Pic' }, 'name')).toEqual(['garage pic', 'auto pic']);
});
