import { expect, test } from 'vitest';
import { followedUp } from './feedback';
import { whereFrom } from './where-from';

const id = '0193a5b2-0000-7000-8000-000000000001';

test.each([
  ['/', '/', null],
  ['/partenaires?q=Mme+Sarrat&commune=65440', '/partenaires', null],
  [`/partenaires/${id}/echanges?noter=appel#formulaire`, '/partenaires/…/echanges', `/partenaires/${id}/echanges`],
  ['/invitation/Jeton-0193a5b2', '/invitation/…', null],
  [`/mot-de-passe/Secret42/${id}`, '/mot-de-passe/…/…', null],
  ['/partenaires/Claire%20Sarrat', '/partenaires/…', null],
])('de %s on garde %s, et la fiche %s si l’auteur la joint', (address, page, record) => {
  expect(whereFrom(address)).toEqual({ page, record });
});

test.each(['', null, 'https://ailleurs.example/', '//ailleurs.example', '/\\ailleurs.example', 'javascript:alert(1)', `/${'a'.repeat(600)}`])('%s n’est pas une page d’ici', (address) => {
  expect(whereFrom(address)).toBeNull();
});

test('a first answer makes it answered; settled at once it is settled; an answer must be written', () => {
  const fresh = { state: 'new', answer: null } as const;
  expect(followedUp(fresh, { state: 'new', answer: 'Merci' })).toEqual({ ok: true, state: 'answered', isAnswered: true });
  expect(followedUp(fresh, { state: 'inProgress', answer: 'Merci' })).toEqual({ ok: true, state: 'answered', isAnswered: true });
  expect(followedUp(fresh, { state: 'done', answer: 'Corrigé' })).toEqual({ ok: true, state: 'done', isAnswered: true });
  expect(followedUp(fresh, { state: 'inProgress', answer: null })).toEqual({ ok: true, state: 'inProgress', isAnswered: false });
  expect(followedUp(fresh, { state: 'answered', answer: null })).toMatchObject({ ok: false, field: 'answer' });
});

test('what was answered stays under way when one says so; nothing becomes new again; the same answer is not sent twice', () => {
  const answered = { state: 'answered', answer: 'Merci' } as const;
  expect(followedUp(answered, { state: 'inProgress', answer: 'Merci' })).toEqual({ ok: true, state: 'inProgress', isAnswered: false });
  expect(followedUp(answered, { state: 'answered', answer: 'Merci bien' })).toEqual({ ok: true, state: 'answered', isAnswered: true });
  expect(followedUp(answered, { state: 'new', answer: 'Merci' })).toMatchObject({ ok: false, field: 'state' });
});
