import { invalid } from '~/domain/errors';
import { addDays, dateOfDay, dayOfDate, parisDay, type Day } from '~/domain/text/paris-day';
import { parisMoment } from '~/domain/text/paris-time';
import type { TypedNextStep } from './exchange.schema';

/** The task that follows an exchange, or null when nothing does. `dueOn` is a day in Paris, `2026-11-23`. Throws `invalid('nextTitle' | 'nextOn')`. */
export function nextStepOf({ nextTitle, nextWhen, nextOn }: TypedNextStep, now: Date): { title: string; dueOn: Day } | null {
  if (!nextTitle) {
    if (nextWhen === 'date' && nextOn) throw invalid('nextTitle', 'Dites en quelques mots ce qu’il faudra faire ce jour-là.');
    return null;
  }
  const today = parisDay(now);
  if (nextWhen === 'tomorrow') return { title: nextTitle, dueOn: addDays(today, 1) };
  if (nextWhen === 'month') return { title: nextTitle, dueOn: monthAfter(today) };
  if (nextWhen !== 'date') return { title: nextTitle, dueOn: addDays(today, 7) };
  const day = nextOn ? parisMoment(nextOn) : null;
  if (!day) throw invalid('nextOn', 'Choisissez le jour.');
  return { title: nextTitle, dueOn: parisDay(day) };
}

/** The same day of the next month, or its last one: a month after 31 January is the end of February. */
export function monthAfter(day: Day): Day {
  const date = dateOfDay(day);
  const lastOfMonth = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 2, 0)).getUTCDate();
  return dayOfDate(new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, Math.min(date.getUTCDate(), lastOfMonth))));
}
