import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nameKey } from './name-key';

describe('la clé d’un nom', () => {
  test.each([
    ['ASSOC LES RESTAURANTS DU COEUR', 'Les Restaurants du Cœur'],
    ['ASSOC LES RESTAURANTS DU COEUR', 'Association « Les Restaurants du Cœur »'],
    ['SARL AUTO LAVAGE & SERVICES', 'Auto-lavage et services'],
    ['ASSOC ST VINCENT DE PAUL', 'Association Saint-Vincent-de-Paul'],
    ['A.D.M.R.', 'ADMR'],
    ['A D M R DE TARBES', 'ADMR Tarbes'],
    ["L'ABRI", 'ABRI'],
    ['L ABRI', 'L’Abri'],
    ['EMMAÜS FOUGÈRES', 'Emmaus Fougeres'],
  ])('« %s » et « %s » sont le même nom', (a, b) => {
    expect(nameKey(a)).toBe(nameKey(b));
  });

  test.each([
    ['LES RESTOS DU COEUR', 'LES RESTAURANTS DU COEUR'],
    ['ENVIE 44', 'ENVIE 49'],
    ['EMMAUS CHOLET', 'EMMAUS FOUGERES'],
    ['ASSOCIATION', 'SARL'],
    ['🌱', '🌍'],
  ])('« %s » et « %s » n’en sont pas', (a, b) => {
    expect(nameKey(a)).not.toBe(nameKey(b));
  });

  test('n’est jamais vide, et sa propre clé lui est égale', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (name) => {
        fc.pre(name.trim() !== '');
        expect(nameKey(name)).not.toBe('');
      }),
    );
    expect(nameKey(nameKey('ASSOC LES RESTAURANTS DU COEUR'))).toBe('restaurants coeur');
    expect(nameKey('جمعية الأمل')).not.toBe('');
  });
});
