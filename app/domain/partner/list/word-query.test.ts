import { describe, expect, test } from 'vitest';
import { synonyms } from '#search/synonyms';
import { wholeWordQuery, wordQuery } from './word-query';

describe('the words sought, as the index is asked', () => {
  test('every word is required, as a beginning, in the singular too', () => {
    expect(wordQuery(['garage', 'lafitte'])).toBe('((garage:* | (garagiste | garagistes)) & lafitte:*)');
    expect(wordQuery(['antennes'])).toBe('(antennes:* | antenne)');
    expect(wordQuery(['hopitaux'])).toContain('hopital');
  });
  test('a trade is found under both its genders', () => {
    expect(wordQuery(['serveuses'])).toBe('(serveuses:* | serveuse | (serveur | serveurs))');
  });
  test('a synonym counts as the word, in the plural too', () => {
    expect(wordQuery(['restos', 'coeur', 'ain'])).toBe('(((restos:* | resto) | (restaurant | restaurants)) & coeur:* & ain:*)');
  });
  test('a synonym is one of a woman’s trade too', () => {
    expect(wordQuery(['plombiere'])).toContain('plomberie');
    expect(wordQuery(['femme', 'menage'])).toContain('((aide | aides) & (menager | menagers))');
  });
  test('the query of whole words forgets the beginnings', () => {
    expect(wholeWordQuery('(velo:* | cycle) & pau:*')).toBe('(velo | cycle) & pau');
  });
  test('a synonym of several words works both ways', () => {
    expect(wordQuery(['ml', 'pau'])).toBe('((ml | ((mission | missions) & (locale | locales))) & pau:*)');
    expect(wordQuery(['mission', 'locale', 'pau'])).toBe('(((mission:* & locale:*) | ml) & pau:*)');
  });
  test('an abbreviation is a whole word, unless it is still being typed', () => {
    expect(wordQuery(['st', 'jean'])).toBe('((st | (saint | saints)) & jean:*)');
    expect(wordQuery(['st'])).toBe('(st:* | (saint | saints))');
  });
  test('the nearest spellings are added to the word that they mend', () => {
    expect(wordQuery(['restaurents', 'coeur'], new Map([['restaurents', ['restaurants', 'restaurant']]]))).toBe('((restaurents:* | restaurent | restaurants | restaurant) & coeur:*)');
  });
});

test('synonyms are written as the index is: folded, each group of two forms at least, none twice', () => {
  for (const group of synonyms) {
    expect(group.length, group.join()).toBeGreaterThan(1);
    expect(new Set(group).size, group.join()).toBe(group.length);
    for (const form of group) expect(form).toMatch(/^[a-z0-9]+( [a-z0-9]+)*$/);
  }
  expect(synonyms.length).toBeGreaterThan(60);
});
