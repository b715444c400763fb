import { expect, test } from 'vitest';
import { vcardOf } from './vcard';
import { whatIsMissing } from './what-is-missing';

const card = {
  id: '01a20120-cf8a-7557-85c4-ff040fdab56b', firstName: 'Noëlle', lastName: 'D’Arc; Petit', jobTitle: 'gérante, associée', phone: '+33639980012', email: 'noelle@scierie.example', channel: 'phone',
  organisation: 'Scierie\\Bois', website: 'https://scierie.example', address: { line: '14 rue des Forges', postcode: '65000', town: 'Tarbes' }, changedAt: new Date('2026-11-22T06:30:00.123Z'),
};

test('une carte se lit par tous les téléphones : vCard 4.0, en UTF-8', () => {
  expect(vcardOf(card)).toBe(
    [
      'BEGIN:VCARD', 'VERSION:4.0', 'KIND:individual', 'UID:urn:uuid:01a20120-cf8a-7557-85c4-ff040fdab56b', 'FN:Noëlle D’Arc\\; Petit', 'N:D’Arc\\; Petit;Noëlle;;;', 'ORG:Scierie\\\\Bois', 'TITLE:gérante\\, associée',
      'TEL;VALUE=uri;TYPE=work;PREF=1:tel:+33639980012', 'EMAIL;TYPE=work:noelle@scierie.example', 'ADR;TYPE=work:;;14 rue des Forges;Tarbes;;65000;France', 'URL:https://scierie.example', 'REV:20261122T063000Z', 'END:VCARD', '',
    ].join('\r\n'),
  );
});

test('ce qui manque ne s’écrit pas', () => {
  expect(vcardOf({ ...card, firstName: null, jobTitle: null, phone: null, email: null, website: null, address: { line: null, postcode: null, town: null } })).not.toMatch(/TEL|EMAIL|TITLE|ADR|URL|null/);
});

test('une ligne a 75 octets au plus, sans couper une lettre, et se recolle', () => {
  const organisation = 'Éléphant 🐘 '.repeat(40);
  const lines = vcardOf({ ...card, organisation }).split('\r\n');
  expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
  expect(lines.join('\r\n').replace(/\r\n /g, '')).toContain(`ORG:${organisation}`);
});

test('un nom ne fabrique pas de ligne', () => {
  expect(vcardOf({ ...card, lastName: 'Roux\r\nTEL:+33100000000' }).match(/^TEL/gm)).toHaveLength(1);
});

test.each([
  [{ phone: null, email: null, preference: null, channel: null }, /Il manque un moyen/],
  [{ phone: null, email: 'a@b.example', preference: null, channel: 'phone' as const }, /son téléphone/],
  [{ phone: '+33639980012', email: null, preference: null, channel: 'email' as const }, /son courriel/],
  [{ phone: null, email: null, preference: 'passer le matin', channel: 'visit' as const }, null],
  [{ phone: '+33639980012', email: null, preference: null, channel: null }, null],
])('ce qui manque pour joindre : %j', (reach, sentence) => {
  if (sentence) expect(whatIsMissing(reach)).toMatch(sentence);
  else expect(whatIsMissing(reach)).toBeNull();
});
