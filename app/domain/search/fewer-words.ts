import { togetherAt } from '~/domain/partner/list/word-query';
import { fold } from '~/domain/text/fold';

/** Words that are kept or left out together: « mission locale », « saint gaudens ». */
export type Unit = readonly string[];

/** The words sought, those of the place that they name and those that mean one thing put together. */
export function unitsOf(words: readonly string[], place: readonly string[]): Unit[] {
  const placeAt = place.length > 0 ? words.findIndex((_, at) => place.every((word, i) => words[at + i] === word)) : -1;
  const units: Unit[] = [];
  for (let at = 0; at < words.length; at += units.at(-1)!.length) {
    const length = at === placeAt ? place.length : Math.min(togetherAt(words, at), at < placeAt ? placeAt - at : Infinity);
    units.push(words.slice(at, at + length));
  }
  return units;
}

/** How many rows hold exactly these units and no other, a bit for each unit. */
export type Held = { bits: number; count: number };

/**
 * The units that are found together: as many as possible with the first one that is found at all, since one begins with what is sought, then more of
 * them without it. `apart`: the place, a bit, which is not what is sought.
 */
export function mostTogether(held: readonly Held[], apart = 0): Held[] {
  const any = held.reduce((all, { bits }) => all | bits, 0);
  const sought = any & ~apart;
  const head = sought & -sought;
  const largest = (among: readonly Held[]) => {
    const most = Math.max(0, ...among.map(({ bits }) => bitsIn(bits)));
    return { most, sets: among.filter(({ bits }) => bitsIn(bits) === most).sort((a, b) => firstBits(a.bits) - firstBits(b.bits)) };
  };
  const [withHead, without] = [largest(held.filter(({ bits }) => (bits & head) !== 0)), largest(held.filter(({ bits }) => (bits & head) === 0))];
  return [...withHead.sets, ...(without.most >= withHead.most ? without.sets : [])];
}

const bitsIn = (bits: number) => bits.toString(2).replaceAll('0', '').length;
/** Smaller when it keeps what was typed first: the bits read from the first unit on. */
const firstBits = (bits: number) => -Number.parseInt(bits.toString(2).split('').reverse().join('').padEnd(12, '0'), 2);

/** These folded words as the person typed them, with their accents. */
export function asTyped(typed: string, words: readonly string[]): string {
  const tokens = typed.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.map((word) => tokens.find((token) => fold(token) === word) ?? word).join(' ');
}
