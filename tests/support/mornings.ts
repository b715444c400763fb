import { nextWorkingDay } from '~/domain/task/working-day';
import { parisDay } from '~/domain/text/paris-day';

/** Nine or ten in Paris, when mails are written, on the next working day but so many: never a holiday, whatever today is. */
export function morning(after = 0): Date {
  let day = nextWorkingDay(parisDay(new Date()));
  for (let left = after; left > 0; left -= 1) day = nextWorkingDay(day);
  return new Date(`${day}T08:00:00Z`);
}
