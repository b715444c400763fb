import { addDays, weekday, type Day } from '~/domain/text/paris-day';

/** The day of Easter of a year in the Gregorian calendar (the anonymous algorithm printed in Nature, 20 April 1876). */
export function easter(year: number): Day {
  const a = year % 19;
  const [b, c] = [Math.floor(year / 100), year % 100];
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  const day = ((h + l - 7 * m + 114) % 31) + 1;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

const fixed = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'];
/** Days after Easter: the Monday, Ascension, Whit Monday. */
const moving = [1, 39, 50];

/** Is this one of the eleven public holidays of France (article L3133-1 of the Code du travail)? */
export const isHoliday = (day: Day): boolean => fixed.includes(day.slice(5)) || moving.some((days) => addDays(easter(Number(day.slice(0, 4))), days) === day);

/** Monday to Friday, public holidays apart. */
export const isWorkingDay = (day: Day): boolean => weekday(day) <= 5 && !isHoliday(day);

/** The first working day after this one. */
export function nextWorkingDay(day: Day): Day {
  const next = addDays(day, 1);
  return isWorkingDay(next) ? next : nextWorkingDay(next);
}
