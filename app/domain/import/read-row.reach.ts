import { parseEmails } from '~/domain/organisation/email';
import { days, parseDayHours, parseOpeningHours, type Day, type OpeningHours } from '~/domain/organisation/opening-hours';
import { parsePhones, type Phone } from '~/domain/organisation/phone';
import type { KindCode } from '~/domain/organisation/kinds';
import { recogniseKind, recogniseKinds } from '~/domain/organisation/recognise-kind';
import { quoted } from '~/domain/text/clean';
import type { ContactFacts } from './facts';
import type { ImportField } from './fields';
import type { RowReader } from './row-reader';

const dayFields: Record<Day, ImportField> = { mon: 'hoursMon', tue: 'hoursTue', wed: 'hoursWed', thu: 'hoursThu', fri: 'hoursFri', sat: 'hoursSat', sun: 'hoursSun' };

/** Longest name of a person, in characters. */
const LONGEST_NAME = 150;

/** The telephones of a field; what cannot be one is noted and left out. */
export function readPhones(reader: RowReader, field: 'phone' | 'contactPhone', departementCode: string | null): Phone[] {
  const { phones, unread } = parsePhones(reader.raw(field), departementCode);
  for (const { value, reason } of unread) reader.note(field, value, `${reason} Il n’est pas repris.`);
  if (phones.some((phone) => phone.restored)) reader.note(field, reader.text(field), 'Le tableur avait enlevé le zéro du début du numéro : il a été remis.');
  return phones.map(({ number, extension }) => (extension ? { number, extension } : { number }));
}

/** The e-mail addresses of a field, once each; what cannot be one is noted and left out. */
export function readEmails(reader: RowReader, field: 'email' | 'contactEmail'): string[] {
  const { emails, unread } = parseEmails(reader.lines(field));
  for (const { value, reason } of unread) if (value) reader.note(field, value, `${reason} Elle n’est pas reprise.`);
  return emails;
}

/** The kinds that the row names. A word that says nothing by itself is read with its column's title: `Antenne` under `FORMAT_FS`. */
export function readKinds(reader: RowReader): { kinds: KindCode[]; unknownKinds: string[] } {
  const typed = reader.text('kind');
  if (!typed) return { kinds: [], unknownKinds: [] };
  const { kinds, unknown } = recogniseKinds(typed);
  if (!unknown.length) return { kinds, unknownKinds: [] };
  const byTitle = kinds.length ? null : recogniseKind(reader.header('kind'));
  if (byTitle) return { kinds: [byTitle], unknownKinds: [] };
  reader.note('kind', unknown.join(', '), `Typologie inconnue : ${quoted(unknown.join(', '))}.`);
  return { kinds, unknownKinds: unknown };
}

/** The opening hours, from a column a day or from one text. */
export function readHours(reader: RowReader): OpeningHours | null {
  const cells = Object.fromEntries(days.filter((day) => reader.has(dayFields[day])).map((day) => [day, reader.raw(dayFields[day])]));
  const byDay = Object.keys(cells).length ? parseDayHours(cells) : null;
  return byDay ?? parseOpeningHours(reader.lines('openingHours'));
}

/** The person that the row names, if any. */
export function readContact(reader: RowReader, departementCode: string | null): ContactFacts[] {
  const contact: ContactFacts = {
    name: reader.text('contactName').slice(0, LONGEST_NAME) || null,
    function: reader.text('contactFunction').slice(0, LONGEST_NAME) || null,
    phones: readPhones(reader, 'contactPhone', departementCode),
    emails: readEmails(reader, 'contactEmail'),
  };
  const isEmpty = !contact.name && !contact.phones.length && !contact.emails.length;
  return isEmpty ? [] : [contact];
}
