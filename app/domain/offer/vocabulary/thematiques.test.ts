import { describe, expect, test } from 'vitest';
import { labelsOfThematiques, themesOfThematiques } from './thematiques';

describe('what a service of data.inclusion is about', () => {
  test('its themes, each once', () => {
    expect(themesOfThematiques(['mobilite--acceder-a-un-vehicule', 'mobilite--financer-ma-mobilite', 'famille--garde-denfants'])).toEqual(['mobilite', 'citoyennete']);
  });
  test('its needs, in French', () => {
    expect(labelsOfThematiques(['mobilite--preparer-un-permis-de-conduire', 'sante--sante-mentale', 'sante--sante-mentale'])).toEqual(['Préparer un permis de conduire', 'Santé mentale']);
  });
  test('a need unknown to us keeps its theme and shows no code; an unknown family, and a word of the language itself, say nothing', () => {
    expect(themesOfThematiques(['logement-hebergement--du-nouveau', 'constructor--name', 'neuf'])).toEqual(['logement']);
    expect(labelsOfThematiques(['logement-hebergement--du-nouveau', 'mobilite--constructor', 'constructor--name', 'neuf'])).toEqual([]);
  });
});
