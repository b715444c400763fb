import { describe, expect, test } from 'vitest';
import { parseEmails } from './email';
import { parseNaf } from './naf';
import { parseWebsite } from './website';

describe('courriels', () => {
  test.each([
    ['Contact@Exemple.example', ['contact@exemple.example']],
    ['contact@a.example; contact@a.example ; CONTACT@a.example', ['contact@a.example']],
    ['a@a.example / b@b.example', ['a@a.example', 'b@b.example']],
    ['Accueil <accueil@lieu.example>', ['accueil@lieu.example']],
    ['mailto:jean.dupont+ml@sous.domaine.example', ['jean.dupont+ml@sous.domaine.example']],
    ['a@a.example ou b@b.example', ['a@a.example', 'b@b.example']],
    ['a@a.example\nb@b.example', ['a@a.example', 'b@b.example']],
    ['-', []],
    ['non renseigné', []],
  ])('« %s »', (text, emails) => {
    expect(parseEmails(text)).toEqual({ emails, unread: [] });
  });

  test('ce qui n’est pas une adresse est rendu avec sa raison', () => {
    expect(parseEmails('contact(at)lieu.example').unread[0]?.reason).toMatch(/il manque le signe @/);
    expect(parseEmails('contact@lieu').unread).toHaveLength(1);
    expect(parseEmails(`${'a'.repeat(300)}@lieu.example`).unread).toHaveLength(1);
    expect(parseEmails('ok@lieu.example faux@@lieu.example')).toMatchObject({ emails: ['ok@lieu.example'], unread: [{ value: 'faux@@lieu.example' }] });
  });
});

describe('sites', () => {
  test.each([
    ['www.exemple.fr', 'https://www.exemple.fr'],
    ['http://exemple.fr/', 'http://exemple.fr'],
    ['HTTPS://Exemple.FR/Contact?a=1', 'https://exemple.fr/Contact?a=1'],
    ['exemple.fr/contact', 'https://exemple.fr/contact'],
    ['http:/exemple.fr', 'http://exemple.fr'],
    ['exemple.fr ; autre.fr', 'https://exemple.fr'],
    ['société.fr', 'https://xn--socit-esab.fr'],
  ])('« %s » devient %s', (text, url) => {
    expect(parseWebsite(text)).toEqual({ ok: true, url });
  });

  test.each(['javascript:alert(1)', 'data:text/html,x', 'oui', 'a@b.example', 'http://', '', 'http://user:pass@exemple.fr', '192.168.1.1'])('« %s » est refusé', (text) => {
    expect(parseWebsite(text).ok).toBe(false);
  });
});

test('les codes NAF s’écrivent tous pareil', () => {
  expect(['7820Z', '78.20Z', '78.20 z', '7820Z - Travail temporaire', '78.2', 'ACI'].map(parseNaf)).toEqual(['78.20Z', '78.20Z', '78.20Z', '78.20Z', null, null]);
});
