import { z } from '~/domain/zod';
import { offerSchema, type TypedOffer } from './offer.schema';

/** The three trades of the form: the code chosen in the list, and the words typed where there is no script. */
export const tradeFields = ['rome1', 'rome2', 'rome3'] as const;

/**
 * The form of an offer as it is sent, whole. Everything but the trades and the zones is checked here: those are words until the
 * database has read them. `holder` is the partner chosen or typed, empty for the agency itself; null when the form does not ask.
 * Where there is no script, the name that was there before means the partner that was there before.
 * `everywhere`: the other places of the offer are corrected too.
 * Trades beyond the third (an import may give twenty) are ticked codes.
 */
export const offerFormSchema = z.record(z.string(), z.union([z.string(), z.array(z.string())])).transform((values, issues) => {
  const one = (name: string) => [values[name] ?? ''].flat()[0] ?? '';
  const typed = { ...values, romes: [values.otherRomes ?? []].flat(), zones: [] } as unknown as TypedOffer;
  const read = offerSchema.safeParse(typed);
  if (!read.success) {
    for (const { path, message } of read.error.issues) issues.addIssue({ code: 'custom', path: [path[0] === 'romes' ? 'otherRomes' : (path[0] ?? 'form')], message });
    return z.NEVER;
  }
  return { typed, zones: one('zonesText'), trades: tradeFields.map((field) => ({ field, code: one(field), text: one(`${field}Text`) })), holder: 'partnershipText' in values || 'partnershipId' in values ? { id: one('partnershipId'), text: one('partnershipText').trim(), before: { id: one('heldBy'), name: one('heldByName') } } : null, everywhere: one('everywhere') === 'oui', offerId: one('offerId'), version: versionOf(one('version')), intent: one('intent') };
});
/** A version that no row can have is none: the form is then told what changed. */
const versionOf = (typed: string) => (/^\d{1,9}$/.test(typed) ? Number(typed) : 0);

export type OfferForm = z.output<typeof offerFormSchema>;
