import { parisClock } from './paris-time';

/** A day without hour, `2026-11-22`, as tasks are due. Days compare as text. */
export type Day = string;

/** The day that it is in Paris, whatever the machine's zone. */
export const parisDay = (at: Date): Day => parisClock(at).slice(0, 10);

/** Full hours passed in Paris since midnight, 0 to 23. */
export const parisHour = (at: Date): number => Number(parisClock(at).slice(11, 13));

/** A day as the database keeps it, and back: midnight UTC of that day. */
export const dateOfDay = (day: Day): Date => new Date(`${day}T00:00:00.000Z`);
export const dayOfDate = (date: Date): Day => date.toISOString().slice(0, 10);

/** So many days after (before, when negative). */
export const addDays = (day: Day, days: number): Day => dayOfDate(new Date(dateOfDay(day).getTime() + days * 86_400_000));

/** Days from the first to the second; negative when it is past. */
export const daysBetween = (from: Day, to: Day): number => Math.round((dateOfDay(to).getTime() - dateOfDay(from).getTime()) / 86_400_000);

/** 1 for Monday to 7 for Sunday. */
export const weekday = (day: Day): number => dateOfDay(day).getUTCDay() || 7;
