import { fold } from '~/domain/text/fold';
import { audiences } from '~/domain/offer/audiences';
import { offerKindNames, offerKinds, type OfferKind } from '~/domain/offer/offer-kinds';
import { costs, mobilisationModes, mobilisers, publics, receptionModes, serviceTypes } from '~/domain/offer/vocabulary/data-inclusion';
import { contracts, experiences, levels, schemes, workingTimes } from '~/domain/offer/vocabulary/work';
import type { OfferImportField } from './offer-columns';

const key = (text: string) => fold(text).replace(/[^a-z0-9+]+/g, ' ').trim();

const kindWords: readonly (readonly [RegExp, OfferKind])[] = [
  [/apprenti|alternan|professionnalisation/, 'apprenticeship'],
  [/immersion|pmsmp|mise en situation/, 'immersion'],
  [/\bstage/, 'internship'],
  [/parrain|mentor/, 'mentoring'],
  [/atelier|reunion|information collective/, 'workshop'],
  [/formation/, 'training'],
  [/emploi|\bposte|\bjob\b|\bcdi\b|\bcdd\b|interim|saisonn/, 'job'],
  [/service|aide|accompagnement|logement|sante|mobilite/, 'service'],
];

/** The kind that a cell names, by its code, its label or the usual words; null when none. */
export function kindOfWords(text: string): OfferKind | null {
  const said = key(text);
  if (!said) return null;
  return offerKindNames.find((kind) => [kind, offerKinds[kind].code, offerKinds[kind].label, offerKinds[kind].plural].some((word) => key(word) === said)) ?? kindWords.find(([pattern]) => pattern.test(said))?.[1] ?? null;
}

/** Fields whose values are a list of words: what a cell says is their label or their code. */
const vocabularies = {
  contract: contracts,
  workingTime: workingTimes,
  level: levels,
  experience: experiences,
  publics,
  schemes,
  serviceType: serviceTypes,
  cost: costs,
  receptionModes,
  mobilisationModes,
  mobilisableBy: mobilisers,
  audience: Object.fromEntries(Object.entries(audiences).map(([code, { label }]) => [code, label])),
} as const satisfies Partial<Record<OfferImportField, Readonly<Record<string, string>>>>;
export type WordField = keyof typeof vocabularies;
export const wordFields = Object.keys(vocabularies) as WordField[];

/** Other ways in which people write a word. */
const others: Partial<Record<WordField, readonly (readonly [RegExp, string])[]>> = {
  contract: [[/apprentissage|\bapp\b/, 'E2'], [/professionnalisation|contrat pro\b/, 'FS'], [/interim/, 'MIS'], [/saison/, 'SAI'], [/\bcddi\b|insertion/, 'DDI'], [/\bcdi\b|indetermine/, 'CDI'], [/\bcdd\b|determine/, 'CDD']],
  workingTime: [[/plein.*partiel|partiel.*plein|choix/, 'choice'], [/partiel/, 'part'], [/plein|complet/, 'full']],
  level: [[/sans|aucun|\bnon\b/, '0'], [/cap\b|bep\b|niveau v$|niveau 3/, '3'], [/bac ?\+ ?[56]|master|ingenieur|niveau 7/, '7'], [/bac ?\+ ?[34]|licence|niveau 6/, '6'], [/bac ?\+ ?2|bts|dut|niveau 5/, '5'], [/\bbac\b|niveau iv|niveau 4/, '4']],
  experience: [[/debutant|sans|aucune|\bnon\b/, 'D'], [/souhait/, 'S'], [/exig|requis|obligatoire|\d+ ?an|\boui\b/, 'E']],
  receptionModes: [[/distan|visio|ligne|teletravail/, 'a-distance'], [/place|presen/, 'en-presentiel']],
  cost: [[/gratuit|sans frais|^0( ?e(uros?)?)?$/, 'gratuit'], [/payant|euros?|\d/, 'payant']],
  mobilisationModes: [[/mail|courriel/, 'envoyer-un-courriel'], [/tel|appel/, 'telephoner'], [/lien|site|ligne/, 'utiliser-lien-mobilisation'], [/present|place|venir/, 'se-presenter']],
  mobilisableBy: [[/jeune|usager/, 'usagers'], [/profession|conseil|prescri|accompagn/, 'professionnels']],
  publics: [[/jeune/, 'jeunes'], [/handicap|rqth/, 'personnes-en-situation-de-handicap'], [/demandeur/, 'demandeurs-emploi'], [/qpv|quartier|rural/, 'residents-qpv-frr'], [/femme/, 'femmes'], [/refugi|exil|migrant/, 'personnes-exilees']],
  schemes: [[/\bcej\b/, 'cej'], [/pacea/, 'pacea'], [/garantie jeune|intensif/, 'garantie'], [/16 ?18|obligation/, 'obligation'], [/\brsa\b/, 'rsa']],
};

/** The codes that a cell names, and the words that are not understood. */
export function codesOfWords(field: WordField, text: string): { codes: string[]; unknown: string[] } {
  const vocabulary: Readonly<Record<string, string>> = vocabularies[field];
  const codeOf = (piece: string) => {
    const said = key(piece);
    return Object.keys(vocabulary).find((code) => key(code) === said || key(vocabulary[code]!) === said) ?? others[field]?.find(([pattern]) => pattern.test(said))?.[1];
  };
  // A label may hold commas of its own: whole first.
  const whole = Object.keys(vocabulary).find((code) => key(vocabulary[code]!) === key(text));
  const pieces = whole ? [text] : text.split(/\s*[;|/\n]\s*|,(?![^(]*\))\s*/).filter((piece) => piece.trim());
  const read = pieces.map((piece) => ({ piece: piece.trim(), code: codeOf(piece) }));
  return { codes: [...new Set(read.flatMap(({ code }) => code ?? []))], unknown: read.flatMap(({ piece, code }) => (code ? [] : [piece])) };
}

export const wordsOf = (field: WordField): string => Object.values(vocabularies[field]).join(', ');

