import { invalid } from '~/domain/errors';
import { readInput } from '~/domain/partner/read-input';
import { parisDay } from '~/domain/text/paris-day';
import { dateOfDay } from '~/domain/text/typed-day';
import type { z } from '~/domain/zod';
import { contactSchema, type TypedContact } from './contact.schema';

export type WrittenContact = z.output<typeof contactSchema>;

/** What was typed of a contact, read and checked, as the table keeps it. Throws `invalid(field)`. */
export function writtenContact(input: TypedContact, now: Date) {
  const typed = readInput(contactSchema, input);
  if (typed.informedOn && typed.informedOn > parisDay(now)) throw invalid('informedOn', 'Cette date est dans le futur.');
  return { typed, row: { ...typed, informedOn: dateOfDay(typed.informedOn) } };
}
