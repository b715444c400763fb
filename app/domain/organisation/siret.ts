import { quoted } from '~/domain/text/clean';

export type ParsedSiret = { ok: true; siret: string; restored: boolean } | { ok: false; reason: string };

/** SIREN of La Poste, whose establishments outnumber what the ordinary key can hold. */
const LA_POSTE = '356000000';
const LA_POSTE_HEAD_OFFICE = '35600000000048';

/**
 * Reads a SIRET as people write it: spaces, dots, tabs, a leading apostrophe, "SIRET n°".
 * The key is Luhn's on the 14 digits and on the first 9 (SIREN); for La Poste the sum of the digits is divisible by 5,
 * except its head office, which follows Luhn. Source: INSEE, "Numéro SIRET", and the La Poste case in the Sirene documentation.
 * A leading zero that a spreadsheet lost is put back when the key agrees (`restored`).
 * The reason of a refusal is a French sentence.
 */
export function parseSiret(text: string): ParsedSiret {
  const typed = text.replace(/[\u0000-\u001F\u00A0\u200B-\u200F\u2000-\u200A\u202F\uFEFF]/g, ' ').trim();
  if (!typed) return { ok: false, reason: 'Le SIRET est vide.' };
  if (/^\d+(?:[.,]\d+)?\s*E\s*\+?\s*\d+$/i.test(typed)) return fromScientific(typed);
  const bare = typed.replace(/^\s*(?:n°\s*)?siret\s*(?:n°)?\s*:?/i, '').replace(/[\s.'’_-]/g, '');
  const digits = /^\d+,0+$/.test(bare) ? bare.replace(/,0+$/, '') : bare;
  if (!/^\d+$/.test(digits)) return { ok: false, reason: `Le SIRET ${quoted(typed)} contient autre chose que des chiffres.` };
  if (digits.length === 14) return checked(digits, false);
  if (digits.length >= 11 && digits.length < 14) {
    const restored = checked(digits.padStart(14, '0'), true);
    if (restored.ok) return restored;
  }
  if (digits.length === 9) {
    return { ok: false, reason: `${quoted(typed)} a 9 chiffres : c’est un SIREN. Le SIRET en a 14.` };
  }
  return { ok: false, reason: `Le SIRET ${quoted(typed)} a ${digits.length} chiffre${digits.length > 1 ? 's' : ''} au lieu de 14.` };
}

/** Reads a SIREN (9 digits, Luhn's key). Same tolerance as `parseSiret`. */
export function parseSiren(text: string): { ok: true; siren: string } | { ok: false; reason: string } {
  const digits = text.replace(/[^\p{L}\p{N}]/gu, '').replace(/^siren/i, '');
  if (!/^\d{9}$/.test(digits)) return { ok: false, reason: `Le SIREN ${quoted(text)} n’a pas 9 chiffres.` };
  if (!passesLuhn(digits)) return { ok: false, reason: `Le SIREN ${quoted(text)} est faux : sa clé ne correspond pas.` };
  return { ok: true, siren: digits };
}

/** The first nine digits: the company that the establishment belongs to. */
export function sirenOf(siret: string): string {
  return siret.slice(0, 9);
}

/** `81234567800011` → `812 345 678 00011`, as printed on official papers (narrow reading, plain spaces). */
export function formatSiret(siret: string): string {
  return siret.replace(/^(\d{3})(\d{3})(\d{3})(\d{5})$/, '$1 $2 $3 $4');
}

/** Luhn's key: from the right, every second digit doubled (minus 9 above 9), the sum divisible by 10. */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i += 1) {
    const digit = digits.charCodeAt(digits.length - 1 - i) - 48;
    const weighed = i % 2 === 0 ? digit : digit * 2;
    sum += weighed > 9 ? weighed - 9 : weighed;
  }
  return sum % 10 === 0;
}

function checked(digits: string, restored: boolean): ParsedSiret {
  if (/^0+$/.test(digits)) return { ok: false, reason: 'Le SIRET ne contient que des zéros.' };
  if (isKeyRight(digits)) return { ok: true, siret: digits, restored };
  return { ok: false, reason: `Le SIRET ${quoted(formatSiret(digits))} est faux : sa clé ne correspond pas. Un chiffre a sans doute été mal recopié.` };
}

function isKeyRight(siret: string): boolean {
  if (!passesLuhn(sirenOf(siret))) return false;
  if (sirenOf(siret) !== LA_POSTE || siret === LA_POSTE_HEAD_OFFICE) return passesLuhn(siret);
  return [...siret].reduce((sum, digit) => sum + Number(digit), 0) % 5 === 0;
}

/** `4.1071771400035E+13` still holds its fourteen digits; `4,10718E+13` has lost eight of them for good. */
function fromScientific(typed: string): ParsedSiret {
  const [mantissa = '', exponent = ''] = typed.replace(',', '.').split(/\s*E\s*\+?\s*/i);
  const [whole = '', decimals = ''] = mantissa.split('.');
  const digits = `${whole}${decimals}`.padEnd(whole.length + Number(exponent), '0');
  if (decimals.length >= Number(exponent) - 1 && digits.length <= 14 && digits.length >= 13) {
    const parsed = checked(digits.padStart(14, '0'), digits.length < 14);
    if (parsed.ok) return parsed;
  }
  return {
    ok: false,
    reason: `Le tableur a arrondi ce SIRET (${quoted(typed)}) et des chiffres sont perdus. Mettez la colonne au format « Texte » et recopiez le SIRET.`,
  };
}
