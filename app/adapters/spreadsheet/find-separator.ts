import type { Separator } from './sheet';

const candidates: Separator[] = [';', '\t', ',', '|'];

/**
 * Finds the separator of a CSV from its first lines: the one that cuts the most lines into the same number of cells, more
 * than one. Signs inside quotes do not count, and a comma loses a tie (it stands in numbers and sentences).
 */
export function findSeparator(sample: string): Separator {
  const lines = linesOf(sample).slice(0, 60);
  let best: { separator: Separator; score: number } = { separator: ';', score: 0 };
  for (const separator of candidates) {
    const counts = lines.map((line) => line.split(separator).length - 1).filter((count) => count > 0);
    if (!counts.length) continue;
    const frequency = new Map<number, number>();
    for (const count of counts) frequency.set(count, (frequency.get(count) ?? 0) + 1);
    const [usual, times] = [...frequency].sort(([a, x], [b, y]) => y - x || b - a)[0]!;
    const score = (times / lines.length) * (1 + Math.min(usual, 12) / 12) * (separator === ',' ? 0.9 : 1);
    if (score > best.score) best = { separator, score };
  }
  return best.separator;
}

/** The lines of a text with what stands between quotes taken out; a line break inside quotes ends no line. */
function linesOf(sample: string): string[] {
  const unquoted = sample.replace(/"(?:[^"]|"")*"/g, (quoted, at: number) => (at === 0 || /[;\t,|\r\n]/.test(sample[at - 1] ?? '') ? '' : quoted));
  return unquoted.split(/\r\n|\n|\r/).filter((line) => line.trim());
}
