import { fold } from '~/domain/text/fold';

/** Words that come and go between two spellings of one street: its kind, small words, what post offices add. */
const passing = /\b(?:avenue|ave?|boulevard|bl?vd?|rue|r|place|pl|route|rte|chemin|che|impasse|imp|allee|all|square|sq|quai|cours|de|du|des|la|le|les|l|d)\b/g;
const postal = /\b(?:bp|cs|tsa|cedex|cidex)\s*\d*\b/g;
const opened: Record<string, string> = { gen: 'general', gal: 'general', mal: 'marechal', dr: 'docteur', pdt: 'president', st: 'saint', ste: 'sainte', gd: 'grand', gde: 'grande', col: 'colonel', zi: 'zone industrielle', za: 'zone activite' };

/** The street without case, accents, signs nor the words for its kind, so that `12 av. X` and `12, avenue X` are one. */
export function streetKey(line: string | null | undefined): string {
  return fold(line ?? '').replace(passing, ' ').replace(/[^a-z0-9]+/g, '');
}

/** An address line as one compares it: the number in the street (`12`, `12bis`, null when there is none) and the words of the street. */
export type ReadStreet = { number: string | null; words: string[] };

/** Reads an address line: `12 bis, av. du Gal Leclerc - CS 60500` → 12bis, general, leclerc. Null when it says nothing. */
export function readStreet(line: string | null | undefined): ReadStreet | null {
  const text = fold(line ?? '').replace(postal, ' ');
  const [, digits, more] = /^\D{0,3}(\d+)\s*(bis|ter|quater)?\b/.exec(text) ?? [];
  const rest = digits ? text.replace(/^\D{0,3}\d+\s*(?:bis|ter|quater)?\b/, ' ') : text;
  const words = (rest.replace(passing, ' ').match(/[a-z0-9]+/g) ?? []).flatMap((word) => (opened[word] ?? word).split(' ')).filter((word) => word.length > 1 || /\d/.test(word));
  return words.length > 0 || digits ? { number: digits ? `${Number(digits)}${more ?? ''}` : null, words } : null;
}

/** Is it one street, written twice? All the words of the shorter are in the longer: `rue Laforge` is `rue René Laforge`. */
export function isSameStreet(one: ReadStreet, other: ReadStreet): boolean {
  const [short, long] = one.words.length <= other.words.length ? [one.words, other.words] : [other.words, one.words];
  const isWhole = short.length === long.length && short.length > 0;
  return (isWhole || short.some((word) => word.length > 3)) && short.every((word) => long.includes(word));
}
