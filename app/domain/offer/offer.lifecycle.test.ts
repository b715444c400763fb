import { describe, expect, test } from 'vitest';
import { nextOfferState, offerStateNames, offerStates, offerVerbNames, offerVerbs, offerVerbsFrom, whyNotPublished, type OfferState } from './offer.lifecycle';

describe('la vie d’une offre', () => {
  test.each(offerStateNames)('%s ne connaît que des verbes et des états de la table', (state) => {
    for (const [verb, to] of Object.entries(offerStates[state].next)) {
      expect(offerVerbNames).toContain(verb);
      expect(to === 'before' || offerStateNames.includes(to as OfferState)).toBe(true);
    }
  });

  test('tout état mène aux archives, et en revient', () => {
    for (const state of offerStateNames.filter((name) => name !== 'archived')) expect(nextOfferState({ state, stateBeforeArchive: null }, 'archive')).toBe('archived');
    expect(nextOfferState({ state: 'archived', stateBeforeArchive: 'filled' }, 'restore')).toBe('filled');
    expect(nextOfferState({ state: 'archived', stateBeforeArchive: null }, 'restore')).toBe('draft');
  });

  test('publiée avant d’être archivée, elle revient en pause : quelqu’un doit la relire', () => {
    expect(nextOfferState({ state: 'archived', stateBeforeArchive: 'published' }, 'restore')).toBe('paused');
  });

  test('un verbe qui n’est pas dans la ligne d’un état ne mène nulle part', () => {
    for (const state of offerStateNames) {
      const impossible = offerVerbNames.filter((verb) => !offerVerbsFrom(state).includes(verb));
      expect(impossible.map((verb) => nextOfferState({ state, stateBeforeArchive: 'draft' }, verb))).toEqual(impossible.map(() => null));
    }
  });

  test('le temps seul fait échoir', () => {
    expect(offerVerbNames.filter((verb) => offerVerbs[verb].permission === null)).toEqual(['expire']);
  });

  test.each([
    [{ closesOn: null, endsOn: null, description: null }, { field: 'description', sentence: /Décrivez/ }],
    [{ closesOn: '2026-11-24', endsOn: null, description: 'Accueil' }, { field: 'closesOn', sentence: /date limite/ }],
    [{ closesOn: null, endsOn: '2026-11-24', description: 'Accueil' }, { field: 'endsOn', sentence: /déjà terminée/ }],
    [{ closesOn: '2026-11-25', endsOn: '2026-11-25', description: 'Accueil' }, null],
  ])('%o se publie, ou dit à quel champ pourquoi pas', (offer, wrong) => {
    const why = whyNotPublished(offer, '2026-11-25');
    if (wrong) expect(why).toEqual({ field: wrong.field, sentence: expect.stringMatching(wrong.sentence) as string });
    else expect(why).toBeNull();
  });
});
