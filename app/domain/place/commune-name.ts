import { fold } from '~/domain/text/fold';

/**
 * What a typed commune name says, beyond the name: `MARSEILLE 15` → key `marseille`, arrondissement 15;
 * `TARBES CEDEX 9` → key `tarbes`. The key forgives capitals, accents, hyphens, apostrophes, articles,
 * `ST`/`STE`, `S/` and `SUR`, a postcode beside the name and anything in brackets.
 */
export type CommuneName = { key: string; arrondissement: number | null };

const small = /\b(?:les|le|la|l|des|de|du|d|aux|au|a|en|sur|sous|lez|et)\b/g;

/** Reads a typed commune name. Use it on both sides of a comparison. */
export function readCommuneName(text: string): CommuneName {
  let words = fold(text)
    .replace(/\(.*?\)/g, ' ')
    .replace(/\bcedex\b.*$/, ' ')
    .replace(/\b\d{5}\b/g, ' ')
    .replace(/\bs\s*\/\s*/g, ' sur ')
    .replace(/\bss\s*\/?\s+/g, ' sous ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  let arrondissement: number | null = null;
  const numbered = /^(paris|lyon|marseille)\s+(?:arrondissement\s+)?0?(\d{1,2})\s*(?:er|e|eme|ieme)?(?:\s+(?:arr(?:ondissement)?|ardt))?$/.exec(words);
  if (numbered) {
    words = numbered[1]!;
    arrondissement = Number(numbered[2]);
  }
  const opened = words
    .replace(/\bst\b/g, 'saint')
    .replace(/\bste\b/g, 'sainte')
    .replace(/\bsts\b/g, 'saints')
    .replace(/\bstes\b/g, 'saintes')
    .replace(/\bgd\b/g, 'grand')
    .replace(/\bpt\b/g, 'petit')
    .replace(/\bmt\b/g, 'mont')
    .replace(/\bvlle\b/g, 'ville')
    .replace(/\b(?:commune|ville)\s+(?:de|d)\b/g, ' ');
  const key = opened.replace(small, ' ').replace(/\s+/g, '') || opened.replace(/\s+/g, '');
  return { key, arrondissement };
}

/** Do two keys differ by one letter at most (one added, dropped, changed, or two neighbours exchanged)? */
export function isOneLetterAway(a: string, b: string): boolean {
  if (a === b) return true;
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA -= 1;
    endB -= 1;
  }
  const [restA, restB] = [a.slice(start, endA), b.slice(start, endB)];
  if (restA.length <= 1 && restB.length <= 1) return true;
  return restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0];
}
