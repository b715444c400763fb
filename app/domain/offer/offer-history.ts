import { offerFields } from './offer-fields';
import { offerStates, type OfferState } from './offer.lifecycle';

type Row = Record<string, unknown>;
export type OfferEntry = { id: string; at: Date; who: string | null; table: string; operation: 'I' | 'U' | 'D'; before: Row | null; after: Row | null };
/** `restore`: what putting the old value back needs, when it is not already there. */
export type OfferChange = { key: string; at: Date; who: string; label: string; from: string; to: string; restore: { entryId: string; column: string } | null };

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const stateName = (value: unknown) => (typeof value === 'string' ? (offerStates[value as OfferState]?.label ?? value) : '');

/**
 * What changed on an offer, a line a value, the latest first as the entries come; what only the machine follows is left out. `current` is
 * the row as it is now, null when nothing may be put back; `names` those of the zones and the partners that the entries hold.
 */
export function sayOfferHistory(entries: readonly OfferEntry[], current: Row | null = null, names: ReadonlyMap<string, string> = new Map()): OfferChange[] {
  return entries.flatMap((entry) => linesOf(entry, names).map(({ column = null, ...line }, index) => ({ key: `${entry.id}.${index}`, at: entry.at, who: entry.who ?? 'Maillage', ...line, restore: column && current && !isSame(entry.before?.[column], current[column]) ? { entryId: entry.id, column } : null })));
}

/** The zones that entries speak of, each once. */
export const zonesIn = (entries: readonly OfferEntry[]): string[] => [...new Set(entries.flatMap(({ before, after }) => [before?.zones, after?.zones]).flatMap((zones) => (Array.isArray(zones) ? (zones as string[]) : [])))];

/** By the precision that it took. */
const placeSaid: Readonly<Record<string, string>> = { exact: 'corrigée à la main', street: 'trouvée d’après l’adresse', commune: 'centre de la commune', departement: 'centre du département' };

/** The partners that held the offer, each once. */
export const holdersIn = (entries: readonly OfferEntry[]): string[] => [...new Set(entries.flatMap(({ before, after }) => [before?.partnership_id, after?.partnership_id]).filter((id): id is string => typeof id === 'string'))];

const isSame = (old: unknown, now: unknown) => JSON.stringify(old ?? null) === JSON.stringify(now ?? null);

function linesOf({ table, operation, before, after }: OfferEntry, names: ReadonlyMap<string, string>): { label: string; from: string; to: string; column?: string }[] {
  const changed = (column: string) => column in (after ?? {});
  if (table === 'offer_session') {
    if (operation === 'I') return [{ label: 'Session', from: '', to: 'ajoutée' }];
    if (changed('cancelled_at')) return [{ label: 'Session', from: '', to: after?.cancelled_at ? 'annulée' : 'remise' }];
    return ['starts_at', 'ends_at', 'place', 'seats'].some(changed) ? [{ label: 'Session', from: '', to: 'modifiée' }] : [];
  }
  if (operation === 'I') return [{ label: 'Offre écrite', from: '', to: String(after?.title ?? '') }];
  const state = changed('state') ? [{ label: 'Où en est-elle', from: stateName(before?.state), to: stateName(after?.state) }] : [];
  const holderName = (row: Row | null) => (typeof row?.partnership_id === 'string' ? (names.get(row.partnership_id) ?? 'un partenaire') : 'l’agence');
  const holder = changed('partnership_id') ? [{ label: 'Qui la propose', from: holderName(before), to: holderName(after) }] : [];
  const confirmed = changed('confirmed_at') && !changed('state') ? [{ label: 'Toujours d’actualité', from: '', to: 'confirmé' }] : [];
  const spread = changed('spread_id') ? [{ label: 'Lieux', from: '', to: 'proposée aussi ailleurs' }] : [];
  const deleted = changed('deleted_at') ? [{ label: 'Offre', from: '', to: after?.deleted_at ? 'supprimée' : 'rétablie' }] : [];
  // A point that came with another address goes without saying.
  const moved = changed('place_precision') || changed('latitude') ? [{ label: 'Position sur la carte', from: '', to: placeSaid[String(after?.place_precision)] ?? 'déplacée' }] : [];
  const isNewAddress = ['has_own_place', 'address_line', 'commune_code', 'postcode'].some(changed);
  const fields = offerFields.filter(({ field }) => changed(snake(field))).map(({ field, label, say: plain }) => {
    const say = field === 'zones' ? (value: unknown) => (Array.isArray(value) ? (value as string[]).map((zone) => names.get(zone) ?? zone).join(', ') : '') : plain;
    return { label, column: snake(field), from: say(before?.[snake(field)]), to: say(after?.[snake(field)]) };
  });
  return [...state, ...holder, ...confirmed, ...spread, ...deleted, ...(isNewAddress ? [] : moved), ...fields.filter(({ from, to }) => from !== to)];
}
