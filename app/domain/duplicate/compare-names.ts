import { nameKey } from '~/domain/organisation/name-key';
import { lettersApart } from '~/domain/partner/list/nearest-words';
import { foldedWords } from '~/domain/text/fold';

/** `equal`: the same key; `placed`: the same but for the commune's own name; `typo`: word for word, a letter apart; `acronym`: one is the initials of the other. */
export type NameMatch = 'equal' | 'brand' | 'placed' | 'typo' | 'acronym' | 'near' | 'akin' | 'weak' | 'different';
/** `instead`: the words that stand in one name and not in the other, on both sides: Tarbes / Lourdes, AI / ACI. */
export type NameComparison = { match: NameMatch; instead: [string, string] | null };

/** Likeness of two names (trigrams, 0 to 1) from which they are near, akin, or share something. */
const NEAR = 0.72;
const AKIN = 0.5;
const WEAK = 0.35;

/** The trigrams of a text as PostgreSQL's pg_trgm makes them: each word with two spaces before it and one after. */
export function trigrams(text: string): Set<string> {
  const found = new Set<string>();
  for (const word of text.split(' ')) {
    const padded = `  ${word} `;
    for (let i = 0; i + 3 <= padded.length; i += 1) found.add(padded.slice(i, i + 3));
  }
  return found;
}

/** What two texts share of their trigrams, 0 to 1: pg_trgm's `similarity`. */
export function likeness(one: string, other: string): number {
  const [a, b] = [trigrams(one), trigrams(other)];
  let shared = 0;
  for (const trigram of a) if (b.has(trigram)) shared += 1;
  return shared / (a.size + b.size - shared);
}

/** Compares the keys of two names (see name-key.ts), in a commune that both may carry in their name. */
export function compareNames(one: string, other: string, commune: string | null): NameComparison {
  if (one === other) return { match: 'equal', instead: null };
  const place = new Set(foldedWords(commune ?? '').map((word) => (word === 'st' ? 'saint' : word)));
  const [a, b] = [withoutPlace(one, place), withoutPlace(other, place)];
  if (a === b) return { match: 'placed', instead: null };
  const { left, right } = unmatchedWords(properWords(a), properWords(b));
  if (left.length === 0 && right.length === 0) return { match: 'typo', instead: null };
  if (isAcronym(left, right) || isAcronym(right, left)) return { match: 'acronym', instead: null };
  const share = likeness(a, b);
  const match = share >= NEAR ? 'near' : share >= AKIN ? 'akin' : share >= WEAK ? 'weak' : 'different';
  return { match, instead: left.length > 0 && right.length > 0 ? [left.join(' '), right.join(' ')] : null };
}

/** The key has no legal form any more (see name-key.ts), but one that was misspelt is still there: `assciation`. */
const properWords = (key: string): string[] => {
  const words = key.split(' ');
  const proper = words.filter((word) => !longForms.some((form) => isMisspelt(word, form)));
  return proper.length > 0 ? proper : words;
};
const longForms = ['association', 'etablissement', 'etablissements', 'entreprise', 'fondation', 'compagnie'];

/** The initials by which a long name may be known, or null: `aider generer insertion reussite` → `agir`. */
export function initialsOf(key: string): string | null {
  const words = key.split(' ');
  return words.length > 2 && words.length < 8 ? words.map((word) => word[0]).join('') : null;
}

/** The name's key without the words of its own commune, unless nothing else is left. */
export function withoutPlace(key: string, place: ReadonlySet<string>): string {
  const words = key.split(' ').filter((word) => !place.has(word));
  return words.some((word) => word.length > 2) ? words.join(' ') : key;
}

/** The keys of all the names that a partner goes by, its first name first. */
export const keysOfNames = (names: readonly (string | null)[]): string[] => [...new Set(names.flatMap((name) => (name ? [nameKey(name)] : [])))].filter((key) => key.length > 2);

function unmatchedWords(one: readonly string[], other: readonly string[]): { left: string[]; right: string[] } {
  const right = [...other];
  const left = one.filter((word) => {
    const same = right.indexOf(word);
    const found = same >= 0 ? same : right.findIndex((candidate) => isMisspelt(word, candidate));
    if (found >= 0) right.splice(found, 1);
    return found < 0;
  });
  return { left, right };
}

/** One word typed twice: a letter or two apart, or cut short. Three letters (AI, ACI, numbers) must be the same. */
function isMisspelt(one: string, other: string): boolean {
  if (Math.min(one.length, other.length) < 4 || /\d/.test(one + other)) return false;
  if (one.startsWith(other) || other.startsWith(one)) return true;
  return Math.abs(one.length - other.length) < 3 && lettersApart(one, other) <= (Math.min(one.length, other.length) < 6 ? 1 : 2);
}

function isAcronym(short: readonly string[], long: readonly string[]): boolean {
  const initials = long.map((word) => word[0]).join('');
  return short.length === 1 && long.length > 2 && (short[0] === initials || short[0] === `a${initials}`);
}
