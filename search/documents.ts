import { smallWords } from './stop-words';
import { synonyms } from './synonyms';
import { plainForm } from './word-forms';

/** To be raised when documents change their fields or what these hold: indexes are then built anew. */
export const documentsVersion = 6;

/** A partner as the database gives it to an index: texts folded by `app.norm`. */
export type PartnerForIndex = { id: string; agency: string; region: string; isArchived: boolean; name: string; place: string; about: string; communeCode: string | null; latitude: number | null; longitude: number | null };
/** A published offer, likewise. */
export type OfferForIndex = { id: string; agency: string; audience: string; title: string; trades: string; place: string; holder: string; about: string; text: string; communeCode: string | null; isAtDistance: boolean; /** The communes that its zones name. */ serves: string[]; latitude: number | null; longitude: number | null };

/** What an index holds of a partner. No person, no telephone, no address of a mailbox: those are found by PostgreSQL alone. */
export function partnerDocument({ name, place, about, latitude, longitude, ...row }: PartnerForIndex): object {
  return { ...row, name: plain(name), place: plain(place), about: plain(about), ...where(latitude, longitude) };
}

export function offerDocument({ title, trades, place, holder, about, text, latitude, longitude, isAtDistance, ...row }: OfferForIndex): object {
  const around = where(latitude, longitude);
  // What is done at a distance is within reach of everybody: kept as if its place were not known.
  return { ...row, title: plain(title), trades: plain(trades), place: plain(place), holder: plain(holder), about: plain(about), text: plain(text), ...(isAtDistance ? { isPlaced: false } : around) };
}

const where = (latitude: number | null, longitude: number | null) => (latitude === null || longitude === null ? { isPlaced: false } : { isPlaced: true, latitude, longitude });

/**
 * A folded text as words are sought: without the small ones (a text of small words only stays), as written, and in its plain forms
 * beside when they differ.
 */
function plain(text: string): string | [asWritten: string, plain: string] {
  const { asWritten, inPlain } = formsOf(text);
  return asWritten === inPlain ? asWritten : [asWritten, inPlain];
}

function formsOf(text: string): { asWritten: string; inPlain: string } {
  const words = text.split(' ').filter(Boolean);
  const telling = words.filter((word) => !smallWords.has(word));
  const kept = telling.length > 0 ? telling : words;
  return { asWritten: kept.join(' '), inPlain: kept.map(plainForm).join(' ') };
}

/** The synonyms as Meilisearch takes them: each form of a line finds the others. */
export function synonymsByForm(): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const line of synonyms) {
    const forms = [...new Set(line.flatMap((form) => Object.values(formsOf(form))))];
    for (const form of forms) found[form] = [...new Set([...(found[form] ?? []), ...forms.filter((other) => other !== form)])];
  }
  return found;
}
