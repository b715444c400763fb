import { fold } from '~/domain/text/fold';

/** From and to, `HH:MM`, the end after the beginning; `24:00` is midnight. */
export type Interval = [from: string, to: string];

/** An hour with its minutes, if any: `9`, `9h`, `9h30`, `9:30`, `9 : 30`, `17:` (cut by a narrow column), `9 h 30`. */
const oneTime = /(\d{1,2})(?:(?:\s+:\s*|:(?=\d)|\s*h(?:eures?)?\s*)(?:(\d{2})(?!\d))?|:|\.(\d{2}))?/g;

/** Words and signs that may stand between the times of one plain timetable. */
const between = /^(?:de|du|a|au|et|puis|matin|apres[ -]midi|le|l'|h|mn|min|sans rdv|non[ -]stop|[\s:,;.&/–-])*$/;

/**
 * Reads plain opening times: `9:00 - 12:00 / 13:30 - 17:00`, `9h-12h et 14h-17h30`, `de 9h à 12h`. The times must come in pairs,
 * each later than the one before: anything else (a word, a lone time, 17:00 - 9:00) gives null, and nothing is guessed.
 */
export function readTimes(text: string): Interval[] | null {
  const folded = fold(text).replace(/\bmidi\b(?!.*apres)/g, '12h').replace(/\bminuit\b/g, '24h');
  const times: string[] = [];
  let at = 0;
  for (const match of folded.matchAll(oneTime)) {
    if (!between.test(folded.slice(at, match.index))) return null;
    at = match.index + match[0].length;
    const time = toTime(match[1]!, match[2] ?? match[3] ?? '00');
    if (!time) return null;
    times.push(time);
  }
  if (!between.test(folded.slice(at)) || !times.length || times.length % 2) return null;
  const intervals: Interval[] = [];
  for (let i = 0; i < times.length; i += 2) {
    const [from, to] = [times[i]!, times[i + 1]!];
    const before = intervals.at(-1)?.[1];
    if (from >= to || (before && from < before)) return null;
    if (before === from) intervals.at(-1)![1] = to;
    else intervals.push([from, to]);
  }
  return intervals;
}

function toTime(hours: string, minutes: string): string | null {
  const [h, m] = [Number(hours), Number(minutes)];
  if (h > 24 || m > 59 || (h === 24 && m > 0)) return null;
  return `${String(h).padStart(2, '0')}:${minutes}`;
}
