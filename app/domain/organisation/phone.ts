import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/max';
import { cleanText, meansNothing, quoted } from '~/domain/text/clean';
import type { Unread } from './email';

export type Phone = {
  /** E.164 (`+33536491208`), or the bare digits of a French short number (`3949`, `115`). */
  number: string;
  /** Inside number, digits only. */
  extension?: string;
  /** A leading zero lost by a spreadsheet was put back. */
  restored?: true;
};

/** Countries of the overseas départements and collectivities in the world numbering plan; the mainland is FR. */
const countryOfDepartement: Record<string, CountryCode> = {
  971: 'GP', 972: 'MQ', 973: 'GF', 974: 'RE', 975: 'PM', 976: 'YT', 977: 'BL', 978: 'MF', 986: 'WF', 987: 'PF', 988: 'NC',
};

/** Ranges that belong to one overseas country whatever the département of the address. Source: ARCEP, plan national de numérotation. */
const countryOfPrefix: Record<string, CountryCode> = {
  '0590': 'GP', '0690': 'GP', '0691': 'GP', '0594': 'GF', '0694': 'GF', '0596': 'MQ', '0696': 'MQ', '0697': 'MQ',
  '0262': 'RE', '0263': 'RE', '0692': 'RE', '0693': 'RE', '0269': 'YT', '0639': 'YT',
};

/** 15, 17, 18, 112, 115, 119, 116 006, 3949, 1013, 118 712… (ARCEP: numéros courts). */
const shortNumber = /^(?:1[578]|1(?:1[0-9]|9[0-9])|116\d{3}|118\d{3}|10\d{2}|3\d{3})$/;

/** Ranges reserved for films, training and tests, which no operator serves. Source: ARCEP, plan national de numérotation. */
const fictional = /^(?:\+33|0)(?:19900|26191|35301|46571|53649|63998)\d{4}$/;

/**
 * Reads the telephone numbers of a cell, as people write them: several separated by `/`, `;`, `ou`; labels; an inside
 * number (`poste 12`); a lost leading zero. `departementCode` says which country an overseas number belongs to.
 * What cannot be a number comes back in `unread` with a French reason.
 */
export function parsePhones(text: string, departementCode?: string | null): { phones: Phone[]; unread: Unread[] } {
  const typed = cleanText(text);
  const phones: Phone[] = [];
  const unread: Unread[] = [];
  if (meansNothing(typed)) return { phones, unread };
  if (/^\d+[.,]\d+E\+?\d+$/i.test(typed) && !Number.isInteger(Number(typed.replace(',', '.')))) {
    return { phones, unread: [{ value: typed, reason: `Le tableur a arrondi ce numéro (${quoted(typed)}).` }] };
  }
  for (const piece of split(typed)) {
    const phone = readOne(piece, departementCode);
    if (typeof phone === 'string') unread.push({ value: piece, reason: phone });
    else if (!phones.some((known) => known.number === phone.number && known.extension === phone.extension)) phones.push(phone);
  }
  return { phones, unread };
}

/** `+33536491208` → `05 36 49 12 08`; overseas in their own national form; foreign numbers with their country; `3949` → `39 49`. */
export function formatPhone(number: string): string {
  if (!number.startsWith('+')) return number.length === 4 ? number.replace(/(..)(..)/, '$1 $2') : number;
  const parsed = parsePhoneNumberFromString(number);
  if (!parsed) return number;
  const isFrench = ['33', '590', '594', '596', '262'].includes(parsed.countryCallingCode);
  return isFrench ? `0${parsed.nationalNumber}`.replace(/(..)(?=.)/g, '$1 ').replace(/^(.. ..) (..) (..) (..)$/, '$1 $2 $3 $4') : parsed.formatInternational();
}

function readOne(piece: string, departementCode: string | null | undefined): Phone | string {
  const [main = '', extension] = piece.split(/\s*(?:poste|ext(?:ension)?|p\.|#)\s*:?\s*(?=\d{1,6}\D*$)/i);
  const digits = main.replace(/[^\d+]/g, '').replace(/(?!^)\+/g, '').replace(/^00(?=[1-9]\d{8})/, '+').replace(/^\+330/, '+33');
  const withExtension = extension ? { extension: extension.replace(/\D/g, '') } : {};
  if (shortNumber.test(digits)) return { number: digits, ...withExtension };
  if (fictional.test(digits.padStart(10, '0'))) {
    const national = digits.replace(/^\+33/, '').padStart(10, '0');
    return { number: `+33${national.slice(1)}`, ...withExtension, ...(/^\d{9}$/.test(digits) ? { restored: true } : {}) };
  }
  if (digits.startsWith('+')) {
    const foreign = parsePhoneNumberFromString(digits);
    return foreign?.isValid() ? { number: foreign.number, ...withExtension } : `Le numéro ${quoted(piece)} n’existe pas.`;
  }
  const restored = /^[1-9]\d{8}$/.test(digits);
  const national = restored ? `0${digits}` : digits;
  if (!/\d/.test(national)) return `${quoted(piece)} n’est pas un numéro de téléphone.`;
  if (national.length < 10 && !/^\d{6}$/.test(national)) return `Le numéro ${quoted(piece)} est trop court : il a ${count(digits.length)}.`;
  if (national.length > 10) return `Le numéro ${quoted(piece)} est trop long : il a ${count(digits.length)}.`;
  for (const country of candidates(national, departementCode)) {
    const parsed = parsePhoneNumberFromString(national, country);
    if (parsed?.isValid()) return { number: parsed.number, ...withExtension, ...(restored ? { restored } : {}) };
  }
  return `Le numéro ${quoted(piece)} n’existe pas.`;
}

function candidates(national: string, departementCode: string | null | undefined): CountryCode[] {
  const byPrefix = countryOfPrefix[national.slice(0, 4)];
  const byPlace = countryOfDepartement[departementCode ?? ''];
  return [...new Set([byPrefix, byPlace, 'FR' as const].filter((country) => country !== undefined))];
}

/** Cuts a cell into numbers; `05 36 49 12 08 06 39 98 00 12` holds two although nothing separates them. */
function split(typed: string): string[] {
  const digits = typed.replace(/\D/g, '');
  if (digits.length <= 10 && !/[/;|]|\bou\b/i.test(typed)) return [typed];
  const pieces = typed.split(/\s*(?:[/;|]|,(?!\d{2}\b(?:,|$))|\bou\b|\bet\b|\s-\s)\s*/i).filter((piece) => /[\p{L}\d]/u.test(piece));
  return pieces.flatMap((piece) => {
    if (piece.replace(/\D/g, '').length < 18) return [piece];
    const several = piece.match(/(?:(?:\+|00)33\s?(?:\(0\))?\s?|0)[1-9](?:[\s.-]?\d{2}){4}/g);
    return several && several.length > 1 ? several : [piece];
  });
}

function count(digits: number): string {
  return `${digits} chiffre${digits > 1 ? 's' : ''}`;
}
