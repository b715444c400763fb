import { expect, test } from 'vitest';
import { sayMoving } from './say-moving';

const nothing = { knowKept: 1, knowMerged: 0, knowBoth: 0, partnerships: 0, offers: 0, agreements: 0, establishments: 0, accounts: 0 };

test('dit combien, et jamais qui', () => {
  expect(sayMoving({ knowKept: 3, knowMerged: 2, knowBoth: 1, partnerships: 1, offers: 4, agreements: 1, establishments: 2, accounts: 1 })).toEqual({
    known: ['L’organisme gardé est connu de 3 Missions Locales, l’autre de 2 Missions Locales.', 'Les deux sont connus d’une Mission Locale, qui garde ses deux fiches et les fusionnera elle-même.'],
    moving: ['Rejoignent l’organisme gardé : 1 partenariat, avec 4 offres ; 2 établissements ou membres rattachés ; 1 accord national ; 1 compte.'],
  });
});

test('dit aussi que rien ne bouge', () => {
  expect(sayMoving(nothing)).toEqual({ known: ['L’organisme gardé est connu d’une Mission Locale, l’autre d’aucune Mission Locale.'], moving: ['Rien d’autre ne rejoint l’organisme gardé.'] });
});
