import { fold } from '~/domain/text/fold';
import { smallWords } from '#search/stop-words';

/** A number that was typed: what it could be. Six digits at least; spaces, dots and dashes inside were taken out. */
export type SoughtNumber = {
  /** The first digits of a SIRET (all 14, or a SIREN, or less). */
  siretStart: string | null;
  /** A telephone without its leading 0, +33 or 0033, whole (9 digits) or a part of one. */
  phone: string | null;
};

export type Search = { words: string[]; numbers: SoughtNumber[] };

/** Nobody types more; a pasted page must not become a thousand conditions. */
const LONGEST = 200;
const MOST_WORDS = 12;

/**
 * What is looked for, in a text typed by a person: folded words, and numbers that may be a SIRET or a telephone.
 * Five digits or fewer stay a word: a postcode, a département, a number in a name.
 */
export function readSearch(typed: string): Search {
  const text = fold(typed.slice(0, LONGEST).replace(/\u0000/g, ' '));
  const numbers: SoughtNumber[] = [];
  const rest = text.replace(/(?<![a-z0-9])\+?\d[\d\s./()\u00A0\u202F-]*\d/g, (run) => {
    const { kept, number } = readNumber(run);
    if (number) numbers.push(number);
    return ` ${kept} `;
  });
  const words = [...new Set(rest.match(/[a-z0-9]+/g) ?? [])];
  const telling = words.filter((word) => !smallWords.has(word));
  const isOther = telling.length > 0 || numbers.length > 0;
  return { words: (isOther ? telling : words).slice(0, MOST_WORDS), numbers: numbers.slice(0, 3) };
}

export const isEmptySearch = ({ words, numbers }: Search) => words.length === 0 && numbers.length === 0;

/** A run of digits and separators: one number, or a postcode followed by one, or plain words. */
function readNumber(run: string): { kept: string; number: SoughtNumber | null } {
  const groups = run.match(/\d+/g) ?? [];
  const postcode = groups.length > 1 && groups[0]!.length === 5 && !run.startsWith('+') ? groups[0]! : null;
  const digits = groups.slice(postcode ? 1 : 0).join('');
  if (digits.length < 6 || digits.length > 14) return { kept: run, number: null };
  return { kept: postcode ?? '', number: { siretStart: run.startsWith('+') ? null : digits, phone: phoneOf(run.startsWith('+'), digits) } };
}

function phoneOf(isInternational: boolean, digits: string): SoughtNumber['phone'] {
  const national = isInternational ? digits.replace(/^(33|590|594|596|262|508|681|687|689)0?/, '') : digits.replace(/^00(33|590|594|596|262|508|681|687|689)0?/, '').replace(/^0/, '');
  if (national.length > 9 || national.length < 5) return null;
  return national;
}
