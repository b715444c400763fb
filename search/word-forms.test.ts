import { describe, expect, test } from 'vitest';
import { otherGender, plainForm, singular, soughtForms } from './word-forms';

test.each([['restaurants', 'restaurant'], ['hopitaux', 'hopital'], ['bureaux', 'bureau'], ['jeux', 'jeu'], ['bus', 'bus']])('singular: %s → %s', (word, one) => {
  expect(singular(word)).toBe(one);
});

test.each([['serveuse', ['serveur']], ['directrice', ['directeur']], ['infirmiere', ['infirmier']], ['boulangere', ['boulanger']], ['coeur', []], ['hier', []]])('the other gender: %s → %j', (word, others) => {
  expect(otherGender(word)).toEqual(others);
});

test('a masculine has the feminines that may exist', () => {
  expect(otherGender('directeur')).toEqual(expect.arrayContaining(['directrice']));
  expect(otherGender('caissier')).toEqual(['caissiere']);
});

describe('one form for an index without alternatives', () => {
  test.each([['serveuses', 'serveur'], ['coiffeuse', 'coiffeur'], ['coiffeur', 'coiffeur'], ['garages', 'garage'], ['pierre', 'pierre']])('%s → %s', (word, plain) => {
    expect(plainForm(word)).toBe(plain);
  });
  test('the last word of a question may be unfinished: it is not cut, unless nothing would be found', () => {
    expect(soughtForms(['restaurants', 'paris'])).toEqual(['restaurant', 'paris']);
    expect(soughtForms(['serveuse'])).toEqual(['serveur']);
    expect(soughtForms(['bars'])).toEqual(['bar']);
    expect(soughtForms(['hopitaux'])).toEqual(['hopital']);
  });
});
