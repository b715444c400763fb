import { cleanText, meansNothing } from '~/domain/text/clean';
import { fold } from '~/domain/text/fold';
import { readWeek } from './opening-hours.sentence';
import { readTimes, type Interval } from './opening-hours.times';

export const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Day = (typeof days)[number];
export type { Interval } from './opening-hours.times';

/**
 * When a place is open. A day with no interval is closed; a day that is absent is unknown. Intervals are `HH:MM`, in order
 * and apart. `note` keeps in the person's own words what a timetable cannot say (by appointment, odd weeks…).
 */
export type OpeningHours = { days: Partial<Record<Day, Interval[]>>; note?: string };

const dayNames: Record<Day, string> = { mon: 'lundi', tue: 'mardi', wed: 'mercredi', thu: 'jeudi', fri: 'vendredi', sat: 'samedi', sun: 'dimanche' };
const osmDays: Record<Day, string> = { mon: 'Mo', tue: 'Tu', wed: 'We', thu: 'Th', fri: 'Fr', sat: 'Sa', sun: 'Su' };

/** Reads one cell a day (`9:00 - 12:00 / 13:30 - 17:00`, `-` or `fermé` for closed). Null when nothing at all is known. */
export function parseDayHours(cells: Partial<Record<Day, string>>): OpeningHours | null {
  const hours: OpeningHours = { days: {} };
  const notes = new Map<string, Day[]>();
  for (const day of days) {
    const { intervals, rest } = readDay(cells[day] ?? '');
    if (intervals) hours.days[day] = intervals;
    if (rest) notes.set(rest, [...(notes.get(rest) ?? []), day]);
  }
  const note = [...notes].map(([text, on]) => `${sayDays(on)} : ${text}`).join(' ; ');
  return tidied(hours, note);
}

/**
 * Reads a whole timetable from one text: `Du lundi au vendredi 9h-12h et 14h-17h, le samedi 9h-12h`, or an OpenStreetMap
 * value. A text that is not wholly understood is kept as the note and nothing is guessed from it. Null for an empty text.
 */
export function parseOpeningHours(text: string): OpeningHours | null {
  const clean = cleanText(text);
  if (isUnknown(clean)) return null;
  const week = readWeek(clean);
  return week ? tidied({ days: week }, '') : { days: {}, note: clean };
}

/** The value of OpenStreetMap's `opening_hours`: `Mo-Fr 09:00-12:00,13:30-17:00; Sa 09:00-12:00 "sur rendez-vous"`. */
export function toOsmOpeningHours({ days: week, note }: OpeningHours): string {
  const rules = runsOfDays(week).map(([on, times]) => `${on.length > 1 ? `${osmDays[on[0]!]}-${osmDays[on.at(-1)!]}` : osmDays[on[0]!]} ${times}`);
  const known = Object.keys(week).length > 0;
  const rule = rules.length ? rules.join('; ') : known ? 'off' : '';
  return [rule, note ? `"${note.replace(/"/g, '’')}"` : ''].filter(Boolean).join(rule ? ' || ' : '');
}

/** Both timetables in one: the intervals of each day united, both notes kept. */
export function uniteOpeningHours(a: OpeningHours, b: OpeningHours): OpeningHours {
  const united: OpeningHours = { days: {} };
  for (const day of days) {
    const intervals = [a.days[day], b.days[day]].filter((one) => one !== undefined);
    if (intervals.length) united.days[day] = joined(intervals.flat());
  }
  return tidied(united, [...new Set([a.note, b.note].filter(Boolean))].join(' ; ')) ?? united;
}

/** One cell: what is plainly open, and the rest in the person's words. No interval at all: the day is unknown. */
function readDay(text: string): { intervals: Interval[] | null; rest: string } {
  const clean = cleanText(text);
  if (/^[-–—]+$/.test(clean) || /^(?:espace )?ferme(?:e|ture)?(?: ce jour)?$/.test(fold(clean))) return { intervals: [], rest: '' };
  if (isUnknown(clean)) return { intervals: null, rest: '' };
  const whole = readTimes(clean);
  if (whole) return { intervals: whole, rest: '' };
  // "9:00 - 12:00 / Sur RDV : 13:30 - 17:00": the part before the first words is sure; words govern all that follows them.
  const segments = clean.split(/\s*\/+\s*/).filter(Boolean);
  let sure = 0;
  while (sure < segments.length && readTimes(segments[sure]!)) sure += 1;
  const intervals = segments.slice(0, sure).flatMap((segment) => readTimes(segment) ?? []);
  return { intervals: sure ? joined(intervals) : null, rest: segments.slice(sure).join(' / ') };
}

function isUnknown(clean: string): boolean {
  return !clean || meansNothing(clean) || /^horaires? (?:non|pas) /i.test(clean) || /^(?:non precise|inconnu)/.test(fold(clean));
}

function tidied(hours: OpeningHours, note: string): OpeningHours | null {
  if (!Object.keys(hours.days).length && !note) return null;
  return note ? { days: hours.days, note } : { days: hours.days };
}

function joined(intervals: Interval[]): Interval[] {
  const merged: Interval[] = [];
  for (const [from, to] of [...intervals].sort(([a], [b]) => a.localeCompare(b))) {
    const last = merged.at(-1);
    if (last && from <= last[1]) last[1] = to > last[1] ? to : last[1];
    else merged.push([from, to]);
  }
  return merged;
}

/** Days that follow one another with the same times, closed days left out. */
function runsOfDays(week: OpeningHours['days']): [Day[], string][] {
  const runs: [Day[], string][] = [];
  days.forEach((day, i) => {
    const times = week[day]?.map(([from, to]) => `${from}-${to}`).join(',');
    if (!times) return;
    const last = runs.at(-1);
    if (last && last[1] === times && days.indexOf(last[0].at(-1)!) === i - 1) last[0].push(day);
    else runs.push([[day], times]);
  });
  return runs;
}

function sayDays(on: Day[]): string {
  const names = on.map((day) => dayNames[day]);
  const follow = on.length > 2 && days.indexOf(on.at(-1)!) - days.indexOf(on[0]!) === on.length - 1;
  return capital(follow ? `${names[0]} à ${names.at(-1)}` : names.join(', '));
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
