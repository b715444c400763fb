import { synonyms } from '#search/synonyms';
import { otherGender, plainForm, singular } from '#search/word-forms';

/** A word sought → words of the index that are spelled nearly the same. */
export type NearWords = ReadonlyMap<string, readonly string[]>;

type Form = readonly string[];
type Group = { forms: readonly Form[] };

/** The forms of the synonyms by their first word, in the singular, of trades the masculine. */
const byFirstWord = new Map<string, { form: Form; group: Group }[]>();
for (const line of synonyms) {
  const group = { forms: line.map((form) => form.split(' ')) };
  for (const form of group.forms) {
    const first = plainForm(form[0]!);
    byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), { form, group }]);
  }
}

/**
 * The words sought as a PostgreSQL tsquery: every word is required, as the beginning of a word of the index, in the singular
 * or the plural, as a woman's trade or a man's, or by one of its synonyms or nearest spellings. `words` must be folded (letters a to z and digits only).
 */
export function wordQuery(words: readonly string[], near: NearWords = new Map()): string {
  const terms: string[] = [];
  for (let at = 0; at < words.length; ) {
    const found = formsAt(words, at);
    const length = togetherAt(words, at);
    const typed = words.slice(at, at + length).map((word, i) => ownTerm(word, at + i === words.length - 1, near));
    const others = found.filter(({ form }) => form.length === length).flatMap(({ form, group }) => group.forms.filter((other) => other !== form));
    terms.push(anyOf([allOf(typed), ...others.map((form) => allOf(form.map(synonymTerm)))]));
    at += length;
  }
  return allOf(terms);
}

/** How many words from this one on mean one thing together: two for « mission locale », else one. */
export const togetherAt = (words: readonly string[], at: number): number => Math.max(1, ...formsAt(words, at).map(({ form }) => form.length));

function formsAt(words: readonly string[], at: number) {
  return (byFirstWord.get(plainForm(words[at]!)) ?? []).filter(({ form }) => form.every((word, i) => plainForm(words[at + i] ?? '') === plainForm(word)));
}

/** The last word may not be finished yet; an abbreviation before it is: `st jean` is not about a station. */
function ownTerm(word: string, isLast: boolean, near: NearWords): string {
  const isAbbreviation = word.length <= 3 && byFirstWord.has(plainForm(word));
  const others = new Set([singular(word), ...(near.get(word) ?? [])].filter((other) => other !== word));
  return anyOf([isAbbreviation && !isLast ? word : `${word}:*`, ...others, ...otherGender(singular(word)).map(synonymTerm)]);
}

/** Whole words: the index answers a beginning ten times slower, and nobody typed this one by halves. */
function synonymTerm(word: string): string {
  return word.length >= 4 ? `(${word} | ${word}s)` : word;
}

/** The same query of whole words only: what holds a word as it was typed comes before what holds another that begins so (`velo` before `velours`). */
export const wholeWordQuery = (query: string): string => query.replaceAll(':*', '');

const anyOf = (terms: string[]) => (terms.length === 1 ? terms[0]! : `(${terms.join(' | ')})`);
const allOf = (terms: string[]) => (terms.length === 1 ? terms[0]! : `(${terms.join(' & ')})`);
