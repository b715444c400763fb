import { expect, test } from 'vitest';
import { servicesOfFile } from './read-data-inclusion-file';

const bytes = (text: string) => new TextEncoder().encode(text);

test('structures et services, une page de l’API, ou une liste de services', () => {
  const one = { id: 'a', nom: 'Aide' };
  expect(servicesOfFile(bytes(JSON.stringify({ structures: [{ id: 's' }, null], services: [one] })))).toEqual({ ok: true, services: [one], structures: new Map([['s', { id: 's' }]]) });
  expect(servicesOfFile(bytes(JSON.stringify({ items: [{ service: one, distance: 3 }] })))).toMatchObject({ services: [one] });
  expect(servicesOfFile(bytes(JSON.stringify([one])))).toMatchObject({ services: [one] });
  expect(servicesOfFile(bytes('{"services": []}'))).toMatchObject({ ok: true, services: [] });
});

test.each([
  ['{"services": [{"id"', /incomplet ou abîmé/],
  ['', /incomplet ou abîmé/],
  ['null', /forme de data.inclusion/],
  ['{"offres": []}', /forme de data.inclusion/],
  ['[1, 2, "trois"]', /forme de data.inclusion/],
])('%s : une phrase', (text, sentence) => {
  expect(servicesOfFile(bytes(text))).toMatchObject({ ok: false, sentence: expect.stringMatching(sentence) as string });
});

test('un fichier d’un autre encodage est dit', () => {
  expect(servicesOfFile(Uint8Array.from([0x5b, 0x22, 0xe9, 0x22, 0x5d]))).toMatchObject({ sentence: expect.stringMatching(/UTF-8/) as string });
});
