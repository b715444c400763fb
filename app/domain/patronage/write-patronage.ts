import { invalid } from '~/domain/errors';
import { readInput } from '~/domain/partner/read-input';
import { parisDay } from '~/domain/text/paris-day';
import { dateOfDay } from '~/domain/text/typed-day';
import { patronageSchema, type TypedPatronage } from './patronage.schema';
import { wrongDays } from './patronage';

/** What was typed of a gift, read and checked, as the table keeps it. Throws `invalid(field)`. */
export function writtenPatronage(input: TypedPatronage, now: Date) {
  const typed = readInput(patronageSchema, input);
  const wrong = wrongDays(typed, parisDay(now));
  if (wrong) throw invalid(wrong.field, wrong.sentence);
  const days = { promisedOn: dateOfDay(typed.promisedOn), receivedOn: dateOfDay(typed.receivedOn), receiptOn: dateOfDay(typed.receiptOn), renewalOn: dateOfDay(typed.renewalOn) };
  return { typed, row: { ...typed, ...days } };
}
