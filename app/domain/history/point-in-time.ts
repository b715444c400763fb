import { parsePastDate } from '~/domain/import/parse-date';
import { cleanText } from '~/domain/text/clean';
import { dayOf, momentOf } from '~/domain/text/french-date';
import { addDays, parisDay } from '~/domain/text/paris-day';
import { parisClock, parisMoment } from '~/domain/text/paris-time';

/** As a form sends it: a day (`2026-03-03` or `03/03/2026`) and, if one wishes, an hour (`10:00`, `10 h`). */
export type TypedPoint = { date: string; time: string };
export type ReadPoint = { ok: true; at: Date; said: string; isNow: boolean } | { ok: false; field: 'date' | 'time'; sentence: string };

const farDay = '2999-12-31';

/**
 * The moment that a person means. A day without hour is taken whole: from its first minute where one begins, to its last where one
 * ends; a minute too. What is still going on ends now. Days and hours to come are refused.
 */
export function readPoint(typed: TypedPoint, edge: 'start' | 'end', now: Date): ReadPoint {
  const [date, time] = [cleanText(typed.date), cleanText(typed.time)];
  if (!date) return { ok: false, field: 'date', sentence: 'Choisissez un jour.' };
  const read = parsePastDate(date, farDay);
  if (!read.ok) return { ok: false, field: 'date', sentence: read.reason };
  if (read.day > parisDay(now)) return { ok: false, field: 'date', sentence: 'Ce jour n’est pas encore passé : choisissez aujourd’hui ou un jour d’avant.' };
  const hour = time === '' ? null : readHour(time);
  if (time !== '' && hour === null) return { ok: false, field: 'time', sentence: 'Cette heure n’existe pas : écrivez-la comme 14:30.' };
  const start = parisMoment(`${read.day}T${hour ?? '00:00'}`);
  const next = hour === null ? parisMoment(`${addDays(read.day, 1)}T00:00`) : start && new Date(start.getTime() + 60_000);
  if (!start || !next) return { ok: false, field: 'date', sentence: 'Cette date n’existe pas.' };
  if (start.getTime() > now.getTime()) return { ok: false, field: 'time', sentence: 'Cette heure n’est pas encore passée.' };
  const isNow = edge === 'end' && next.getTime() > now.getTime();
  const at = isNow ? now : edge === 'end' ? new Date(next.getTime() - 1) : start;
  if (hour !== null) return { ok: true, at, said: momentOf(start), isNow };
  return { ok: true, at, said: isNow ? 'aujourd’hui' : `${dayOf(start)} en ${edge === 'end' ? 'fin' : 'début'} de journée`, isNow };
}

export const notYetThere = (beganAt: Date) => `Ce partenaire n’était pas encore dans votre agence : il y est depuis le ${momentOf(beganAt)}.`;

/** `9:05`, `9h05`, `9 h`: `09:05`, or null. */
function readHour(text: string): string | null {
  const [, hour, minute = '0'] = /^(\d{1,2})(?:\s*[:hH]\s*(\d{2})?)?$/.exec(text) ?? [];
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59) return null;
  return `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`;
}

/** Days that come to mind: the same day of the month before, and of the year before. */
export function quickDays(now: Date): { day: string; label: string }[] {
  return [{ day: monthsBefore(now, 1), label: 'Il y a un mois' }, { day: monthsBefore(now, 12), label: 'Il y a un an' }];
}

/** The last day of a shorter month stands for those that it has not. */
function monthsBefore(now: Date, months: number): string {
  const [year = 0, month = 1, day = 1] = parisClock(now).slice(0, 10).split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 - months, Math.min(day, lastOfMonth))).toISOString().slice(0, 10);
}
