import { fieldOf, offerContent } from '~/domain/offer/bulk/offer-row';
import type { TypedOffer } from './offer.schema';

/** What the row of an offer that exists says (as JSON, columns by their names in the table), in the terms of its form. */
export function typedOfRow(row: Record<string, unknown>): Partial<TypedOffer> {
  const text = (value: unknown) => (value === null || value === undefined ? '' : typeof value === 'boolean' ? (value ? 'oui' : '') : Array.isArray(value) ? value : String(value as string | number));
  const fields = Object.fromEntries(offerContent.map((column) => [fieldOf(column), text(row[column])]));
  return { ...fields, themes: row.theme_codes as string[] } as Partial<TypedOffer>;
}
