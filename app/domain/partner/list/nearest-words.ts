/** Two letters wrong at most, one in a short word: beyond that it is another word. */
const farthest = (word: string) => (word.length < 6 ? 1 : 2);

/** The first letter is rarely wrong: there a slip counts twice, as with Meilisearch (« dupont » is no « pont »). An h that nobody hears is no letter. */
const beginAlike = (a: string, b: string) => a.replace(/^h/, '')[0] === b.replace(/^h/, '')[0];

/** Among words of the index, those that differ from the word sought by a letter or two, the nearest first; eight at most. */
export function nearestWords(word: string, candidates: readonly string[]): string[] {
  return candidates
    .map((candidate) => ({ candidate, distance: lettersApart(word, candidate) + (beginAlike(word, candidate) ? 0 : 1) }))
    .filter(({ distance }) => distance <= farthest(word))
    .sort((a, b) => a.distance - b.distance || a.candidate.localeCompare(b.candidate))
    .slice(0, 8)
    .map(({ candidate }) => candidate);
}

/**
 * How many letters must be added, removed, replaced or swapped with their neighbour to go from one word to the other
 * (the "optimal string alignment" distance: Levenshtein's, with swaps counted once, since fingers swap letters).
 */
export function lettersApart(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? beforeLast[j - 2]! + 1 : Infinity;
      row.push(Math.min(last[j]! + 1, row[j - 1]! + 1, replaced, swapped));
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length]!;
}
