import { fold } from '~/domain/text/fold';
import type { Day, OpeningHours } from './opening-hours';
import { readTimes } from './opening-hours.times';

const order: Day[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const dayWords: Record<string, Day> = {
  lundi: 'mon', lundis: 'mon', lun: 'mon', lu: 'mon', mo: 'mon', mardi: 'tue', mardis: 'tue', mar: 'tue', ma: 'tue', tu: 'tue',
  mercredi: 'wed', mercredis: 'wed', mer: 'wed', me: 'wed', we: 'wed', jeudi: 'thu', jeudis: 'thu', jeu: 'thu', je: 'thu', th: 'thu',
  vendredi: 'fri', vendredis: 'fri', ven: 'fri', ve: 'fri', fr: 'fri', samedi: 'sat', samedis: 'sat', sam: 'sat', sa: 'sat',
  dimanche: 'sun', dimanches: 'sun', dim: 'sun', di: 'sun', su: 'sun',
};
const dayWord = Object.keys(dayWords).sort((a, b) => b.length - a.length).join('|');
const dayGroup = new RegExp(
  `(?:\\b(?:ouvert|horaires?|accueil)\\b[\\s:]*)*(?:tous les jours(?: ouvres)?|7\\s*j?\\s*/\\s*7|(?:\\b(?:du|de|le|les)\\s+)?\\b(?:${dayWord})\\b\\.?(?:\\s*(?:-|,|/|\\ba\\b|\\bau\\b|\\bet\\b|\\bet le\\b|\\bjusqu'au\\b)\\s*(?:le\\s+)?\\b(?:${dayWord})\\b\\.?)*)`,
  'g',
);

/**
 * Reads a week told in one sentence, in French or in OpenStreetMap's form: days, then their times, as often as needed.
 * Null unless every part of the text was understood. `24/7` is every day from 00:00 to 24:00.
 */
export function readWeek(text: string): OpeningHours['days'] | null {
  const folded = fold(text).replace(/\boff\b/g, 'ferme').replace(/\s+/g, ' ').trim();
  if (/^(?:24\s*h?\s*\/\s*24|24\s*\/\s*7)(?:.{0,3}7\s*j?\s*\/\s*7)?$/.test(folded)) return everyDay([['00:00', '24:00']]);
  const groups = [...folded.matchAll(dayGroup)];
  if (!groups.length || !/^[\s:;,.-]*$/.test(folded.slice(0, groups[0]!.index))) return null;
  const week: OpeningHours['days'] = {};
  for (const [i, group] of groups.entries()) {
    const said = folded.slice(group.index + group[0].length, groups[i + 1]?.index).replace(/^[\s:.,(]+|[\s;,.)/]+$/g, '');
    const times = /^(?:est |etant )?fermee?s?$/.test(said) ? [] : readTimes(said.replace(/^(?:de|ouvert|de ouvert)\s+/, ''));
    const on = daysOf(group[0]);
    if (!times || !on) return null;
    for (const day of on) week[day] = times.map(([from, to]) => [from, to]);
  }
  return week;
}

/** `du lundi au jeudi` is four days; `lundi, mardi et jeudi` is three. */
function daysOf(group: string): Day[] | null {
  if (/tous les jours ouvres/.test(group)) return order.slice(0, 5);
  if (/tous les jours|7\s*j?\s*\//.test(group)) return order;
  const found: Day[] = [];
  let isRange = false;
  for (const [token] of group.matchAll(new RegExp(`\\b(?:${dayWord})\\b|-|\\bau?\\b|\\bjusqu'au\\b|,|/|\\bet\\b`, 'g'))) {
    const day = dayWords[token];
    if (!day) {
      isRange = /^(?:-|au?|jusqu'au)$/.test(token);
      continue;
    }
    const last = found.at(-1);
    if (isRange && last) {
      const [from, to] = [order.indexOf(last), order.indexOf(day)];
      if (to <= from) return null;
      found.push(...order.slice(from + 1, to + 1));
    } else found.push(day);
    isRange = false;
  }
  return found;
}

function everyDay(intervals: [string, string][]): OpeningHours['days'] {
  return Object.fromEntries(order.map((day) => [day, intervals.map(([from, to]) => [from, to])]));
}
