import { expect, test } from 'vitest';
import { alongWalk, listSearch, standIn } from './list-address';

const id = '0193a5b2-0000-7000-8000-000000000001';
const stand = { since: '2026-11-25T08:30:00.000Z', here: '2026-11-24T10:00:00.123456Z', from: { id, at: '2026-11-24T11:00:00.654321Z' } };
const walking = new URLSearchParams(listSearch('q=garage&tri=modification', 3, id, stand));

test('where one stands in a walk is read back as it was written', () => {
  expect(standIn(walking)).toEqual(stand);
});

test.each([
  ['depuis', 'hier'],
  ['repere', '2026-13-45T10:00:00.000Z'],
  ['repere', "2026-11-24T10:00:00.000Z'; --"],
])('a stand whose %s is « %s » is none', (name, value) => {
  const params = new URLSearchParams(walking);
  params.set(name, value);
  expect(standIn(params)).toBeNull();
});

test.each([
  ['/partenaires/a', `/partenaires/a?${walking}`],
  ['/partenaires/a/echanges?noter=appel', `/partenaires/a/echanges?noter=appel&${walking}`],
  ['/partenaires/a/interlocuteurs#interlocuteur-b', `/partenaires/a/interlocuteurs?${walking}#interlocuteur-b`],
  [`/partenaires/a?${walking}`, `/partenaires/a?${walking}`],
])('%s keeps the list that one walks, once', (to, along) => {
  expect(alongWalk(to, walking)).toBe(along);
});

test('without a list, an address stays as it is', () => {
  expect(alongWalk('/partenaires/a?onglet=b#c', new URLSearchParams('rang=3&autre=x'))).toBe('/partenaires/a?onglet=b#c');
});
