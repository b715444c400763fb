const months = ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'] as const;
const parts = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Paris', year: 'numeric', month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/**
 * Dates in French words, in Paris time whatever the machine's zone. Written by hand because the engines of the server and of
 * the browser do not always put the same spaces, which shows as a mismatch.
 */
function read(date: Date) {
  // « 25/11/2026, 14:05 »: by its parts it takes three times as long, and a list has a hundred.
  const [day, month, year, hour = '', minute = ''] = parts.format(date).split(/\D+/);
  return { day: Number(day), month: months[Number(month) - 1] ?? 'janvier', year: Number(year), hour, minute };
}

const inFrench = (day: number) => (day === 1 ? '1er' : String(day));

/** `1er mars 2026` */
export function dayOf(date: Date): string {
  const { day, month, year } = read(date);
  return `${inFrench(day)} ${month} ${year}`;
}

const shortMonths = ['janv.', 'févr.', 'mars', 'avr.', 'mai', 'juin', 'juil.', 'août', 'sept.', 'oct.', 'nov.', 'déc.'] as const;

/** `17 nov. 2026`, `1er déc. 2026`, where place lacks. */
export function shortDayOf(date: Date): string {
  const { day, month, year } = read(date);
  return `${inFrench(day)} ${shortMonths[months.indexOf(month)]} ${year}`;
}

/** `mars`, from the number of the month (1 to 12). */
export const monthName = (month: number): string => months[month - 1] ?? '';

/** `mars 2021`, for what began long ago. */
export function monthOf(date: Date): string {
  const { month, year } = read(date);
  return `${month} ${year}`;
}

/** `17 novembre 2026 à 14 h 05`; the hour is not cut from its minutes at the end of a line. */
export function momentOf(date: Date): string {
  const { hour, minute } = read(date);
  return `${dayOf(date)} à ${Number(hour)}\u00a0h\u00a0${minute}`;
}

/** Since when, as people say it: the month beyond a year, the day before. */
export function sinceOf(date: Date, now: Date): string {
  const year = 365 * 24 * 3600 * 1000;
  return now.getTime() - date.getTime() > year ? `depuis ${monthOf(date)}` : `depuis le ${dayOf(date)}`;
}
