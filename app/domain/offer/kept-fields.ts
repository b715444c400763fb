import type { z } from '~/domain/zod';
import { fieldsWithout, type FieldOfGroup } from './offer-kinds';
import type { offerSchema } from './offer.schema';

/** What is kept of an offer that was read, but its place: fields that its kind does not have are emptied, a workshop has no salary. Days are `YYYY-MM-DD`. */
export function keptFields(typed: z.output<typeof offerSchema>) {
  const { themes, commune: _commune, addressLine: _line, postcode: _postcode, communeCode: _code, ...facts } = typed;
  const emptied = Object.fromEntries(fieldsWithout(typed.kind).map((field) => [field, field === 'romes' ? [] : null])) as Partial<Pick<typeof facts, FieldOfGroup>>;
  return { ...facts, ...emptied, themeCodes: themes };
}
