import { columnOf, placeColumns, type OfferRow } from '~/domain/offer/bulk/offer-row';
import { keptFields } from '~/domain/offer/kept-fields';
import { offerFields } from '~/domain/offer/offer-fields';
import { offerSchema } from '~/domain/offer/offer.schema';
import { typedOfRow } from '~/domain/offer/typed-of-row';
import type { ImportChange } from '~/domain/import/changes-of';
import type { ImportedOffer } from './imported-offer';

export type OfferDecision = { outcome: 'create' | 'complete' | 'unchanged'; set: OfferRow; changes: ImportChange[] } | { outcome: 'refused'; reasons: string[] };

/**
 * What importing a row does: a new offer, some columns of the one that it describes, or nothing. Only what the file says changes.
 * `known` is the offer's row as JSON; `romes` the codes of its trades, `zones` those of its zones; `partnershipId` who holds it, undefined when the file does not say.
 */
export function decideOffer(offer: ImportedOffer, { known, romes, zones, partnershipId }: { known: Record<string, unknown> | null; romes: string[]; zones: string[]; partnershipId: string | null | undefined }): OfferDecision {
  const base = known ? typedOfRow(known) : {};
  const read = offerSchema.safeParse({ ...base, ...offer.typed, ...(romes.length > 0 ? { romes } : {}), ...(zones.length > 0 ? { zones } : {}) });
  if (!read.success) return { outcome: 'refused', reasons: read.error.issues.map(({ path, message }) => `${headerOf(offer, String(path[0] ?? ''))} : ${message}`) };
  const kept = Object.fromEntries(Object.entries(keptFields(read.data)).map(([field, value]) => [columnOf(field), value])) as OfferRow;
  const place: OfferRow = offer.place
    ? { has_own_place: true, address_line: offer.place.addressLine, postcode: offer.place.postcode, commune_code: offer.place.communeCode, departement_code: offer.place.departementCode, latitude: null, longitude: null, place_precision: null }
    : known ? {} : { has_own_place: false };
  const whole: OfferRow = { ...kept, ...place, ...(offer.reference ? { source_id: offer.reference } : {}), ...(partnershipId === undefined ? {} : { partnership_id: partnershipId }) };
  if (!known) return { outcome: 'create', set: whole, changes: [] };
  if (!offer.place) for (const column of placeColumns) delete whole[column];
  // The same place says nothing new: the point that somebody may have corrected stays.
  else if ((['has_own_place', 'address_line', 'postcode', 'commune_code'] as const).every((column) => same(known[column], whole[column]))) for (const column of placeColumns) delete whole[column];
  const set = Object.fromEntries(Object.entries(whole).filter(([column, value]) => !same(known[column], value))) as OfferRow;
  return Object.keys(set).length === 0 ? { outcome: 'unchanged', set, changes: [] } : { outcome: 'complete', set, changes: changesIn(known, set) };
}

const same = (a: unknown, b: unknown) => JSON.stringify(plain(a)) === JSON.stringify(plain(b));
/** 28.5 and "28.5" are one number; lists are compared without their order. */
const plain = (value: unknown) => (Array.isArray(value) ? [...(value as unknown[])].map(String).sort() : value === undefined || value === null || value === '' ? null : typeof value === 'number' ? String(value) : value);

function changesIn(known: Record<string, unknown>, set: OfferRow): ImportChange[] {
  const said = offerFields.flatMap(({ field, label, say }) => {
    const column = columnOf(field);
    return column in set ? [{ label, from: say(known[column]), to: say(set[column as keyof OfferRow]) }] : [];
  });
  return [...said, ...('partnership_id' in set ? [{ label: 'Partenaire', from: known.partnership_id ? 'un autre' : 'l’agence', to: set.partnership_id ? 'celui du fichier' : 'l’agence' }] : []), ...('source_id' in set ? [{ label: 'Référence', from: String(known.source_id ?? ''), to: String(set.source_id) }] : [])].filter(({ from, to }) => from !== to);
}

const headerOf = ({ headers }: ImportedOffer, field: string) => headers[field] ?? offerFields.find((one) => one.field === field)?.label ?? 'Offre';
