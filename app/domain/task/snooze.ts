import { addDays, weekday, type Day } from '~/domain/text/paris-day';
import { isWorkingDay, nextWorkingDay } from './working-day';

/** How a task is put off without opening a calendar. */
export const snoozes = {
  tomorrow: { label: 'Au prochain jour de travail', to: (today: Day) => nextWorkingDay(today) },
  monday: { label: 'Début de la semaine prochaine', to: (today: Day) => onWork(addDays(today, 8 - weekday(today))) },
  week: { label: 'Dans une semaine', to: (today: Day) => onWork(addDays(today, 7)) },
  month: { label: 'Dans un mois', to: (today: Day) => onWork(addDays(today, 30)) },
} as const;
export type Snooze = keyof typeof snoozes;
export const snoozeNames = Object.keys(snoozes) as [Snooze, ...Snooze[]];

/** A day that falls on a Sunday or a holiday is the next working one. */
const onWork = (day: Day): Day => (isWorkingDay(day) ? day : nextWorkingDay(day));
