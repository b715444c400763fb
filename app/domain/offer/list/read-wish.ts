import { fold } from '~/domain/text/fold';
import { longestTrip, type TravelMode } from './travel';

/** What a sentence typed in the box says of the way: « serveuse tarbes 30 min en bus » → words, minutes, means. */
export type Wish = { words: string; minutes: number | null; mode: TravelMode | null; km: number | null };

const modes: readonly (readonly [RegExp, TravelMode])[] = [
  [/\b(?:a|en)\s+pied\b|\bmarche\b/, 'pied'],
  [/\b(?:a|en)\s+(?:velo|bicyclette|trottinette)\b/, 'velo'],
  [/\ben\s+(?:bus|car|autobus|autocar|transports?(?:\s+en\s+commun)?|tram(?:way)?)\b/, 'bus'],
  [/\ben\s+(?:voiture|auto|scooter|moto)\b/, 'voiture'],
];
/** Three hours at most: « 35 h » is the week of a job, not a way. */
const time = /\b(?:([0-3])\s*h(?:eures?)?(?:\s*(\d{1,2}))?|(\d{1,3})\s*(?:min|mn|minutes?))\b/;
const distance = /\b(\d{1,3})\s*(?:km|kilometres?)\b/;
/** What joins them, said only when a way was. */
const links = /\b(?:a\s+moins\s+de|moins\s+de|max(?:imum)?)\b/g;

/**
 * Takes the way out of what was typed; the rest is what is looked for. Minutes beyond two hours are two hours. Accents and case of
 * the rest are folded: the search folds them anyway.
 */
export function readWish(typed: string): Wish {
  let rest = fold(typed);
  const mode = modes.find(([pattern]) => pattern.test(rest));
  if (mode) rest = rest.replace(mode[0], ' ');
  const [whole, hours, more, only] = time.exec(rest) ?? [];
  if (whole) rest = rest.replace(whole, ' ');
  const [far, km] = distance.exec(rest) ?? [];
  if (far) rest = rest.replace(far, ' ');
  if (!mode && !whole && !far) return { words: typed.trim(), minutes: null, mode: null, km: null };
  const minutes = whole ? Math.min(longestTrip, hours ? Number(hours) * 60 + Number(more ?? 0) : Number(only)) : null;
  return { words: rest.replace(links, ' ').replace(/\s+/g, ' ').replace(/\s(?:a|de|en)$/, '').trim(), minutes, mode: mode?.[1] ?? null, km: km ? Number(km) : null };
}
