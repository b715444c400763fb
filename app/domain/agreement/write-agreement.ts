import { invalid } from '~/domain/errors';
import { readInput } from '~/domain/partner/read-input';
import { parisDay } from '~/domain/text/paris-day';
import { dateOfDay } from '~/domain/text/typed-day';
import { agreementSchema, type TypedAgreement } from './agreement.schema';

/** What was typed of an agreement, read and checked, as the table keeps it. Throws `invalid(field)`. */
export function writtenAgreement(input: TypedAgreement, now: Date) {
  const typed = readInput(agreementSchema, input);
  if (typed.signedOn && typed.signedOn > parisDay(now)) throw invalid('signedOn', 'Cette date est dans le futur : laissez vide tant qu’elle n’est pas signée.');
  const { formIds, ...facts } = typed;
  return { typed, formIds, row: { ...facts, startsOn: dateOfDay(typed.startsOn), endsOn: dateOfDay(typed.endsOn), signedOn: dateOfDay(typed.signedOn) } };
}
