import { quoted } from '~/domain/text/clean';
import { fold } from '~/domain/text/fold';

const months = ['janv', 'fevr', 'mars', 'avr', 'mai', 'juin', 'juil', 'aout', 'sept', 'oct', 'nov', 'dec'];

/**
 * Reads a day as the French write it (`12/03/2024`, `12-3-24`, `12 mars 2024`), or in ISO 8601; a month or a year alone is its first
 * day. Gives `YYYY-MM-DD`. Days that do not exist, that come after `today`, or before 1900 are refused with a French reason.
 */
export function parsePastDate(text: string, today: string): { ok: true; day: string } | { ok: false; reason: string } {
  const typed = fold(text).trim().replace(/\s+\d{1,2}[:h]\d{2}.*$/, '');
  const [year, month, day] = partsOf(typed) ?? [];
  if (year === undefined || month === undefined || day === undefined) return { ok: false, reason: `${quoted(text)} n’est pas une date : écrivez-la comme 31/12/2024.` };
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return { ok: false, reason: `La date ${quoted(text)} n’existe pas.` };
  const iso = date.toISOString().slice(0, 10);
  if (iso > today) return { ok: false, reason: `La date ${quoted(text)} est dans le futur.` };
  if (year < 1900) return { ok: false, reason: `La date ${quoted(text)} est trop ancienne.` };
  return { ok: true, day: iso };
}

function partsOf(typed: string): [year: number, month: number, day: number] | null {
  const iso = /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?:t.*)?$/.exec(typed);
  if (iso) return [Number(iso[1]), Number(iso[2]), Number(iso[3] ?? 1)];
  const french = /^(?:(\d{1,2})[-/. ])?(\d{1,2})[-/. ](\d{4}|\d{2})$/.exec(typed);
  if (french) return [fullYear(french[3]!), Number(french[2]), Number(french[1] ?? 1)];
  const said = /^(?:le\s+)?(?:(\d{1,2})(?:er)?\s+)?([a-z]{3,9})\.?\s+(\d{4})$/.exec(typed);
  const month = said ? months.findIndex((name) => said[2]!.startsWith(name)) : -1;
  if (said && month >= 0) return [Number(said[3]), month + 1, Number(said[1] ?? 1)];
  return /^\d{4}$/.test(typed) ? [Number(typed), 1, 1] : null;
}

/** `24` is 2024, `98` is 1998. */
function fullYear(digits: string): number {
  const year = Number(digits);
  return digits.length === 4 ? year : year + (year < 70 ? 2000 : 1900);
}
