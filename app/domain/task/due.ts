import { dayOf } from '~/domain/text/french-date';
import { addDays, dateOfDay, daysBetween, weekday, type Day } from '~/domain/text/paris-day';

/** Where a task stands in time, in the order in which one works. */
export const dueGroups = {
  late: { label: 'En retard', address: 'en-retard' },
  today: { label: 'Aujourd’hui', address: 'aujourd-hui' },
  week: { label: 'Cette semaine', address: 'cette-semaine' },
  later: { label: 'Plus tard', address: 'plus-tard' },
} as const;
export type DueGroup = keyof typeof dueGroups;
export const dueGroupNames = Object.keys(dueGroups) as DueGroup[];

/** The Sunday that ends the week of this day; from Saturday on, the week that one thinks of is the next. */
export const endOfWeek = (today: Day): Day => addDays(today, (weekday(today) >= 6 ? 14 : 7) - weekday(today));

export function dueGroup(dueOn: Day, today: Day): DueGroup {
  if (dueOn < today) return 'late';
  if (dueOn === today) return 'today';
  return dueOn <= endOfWeek(today) ? 'week' : 'later';
}

const weekdays = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'] as const;

/** How late it is: « en retard d’un jour », « en retard de 12 jours », « en retard depuis le 3 mars 2026 ». */
export function lateWords(dueOn: Day, today: Day): string {
  const days = daysBetween(dueOn, today);
  return `en retard ${days === 1 ? 'd’un jour' : days <= 31 ? `de ${days} jours` : `depuis le ${dayOf(dateOfDay(dueOn))}`}`;
}

/** When it is due, as people say it: « hier », « il y a 12 jours », « jeudi », « le 3 mars 2027 ». */
export function dueWords(dueOn: Day, today: Day): string {
  const days = daysBetween(today, dueOn);
  if (days === 0) return 'aujourd’hui';
  if (days === 1) return 'demain';
  if (days === -1) return 'hier';
  if (days < 0 && days >= -31) return `il y a ${-days} jours`;
  if (days > 1 && days < 7) return weekdays[weekday(dueOn) - 1] ?? '';
  return `le ${dayOf(dateOfDay(dueOn))}`;
}
