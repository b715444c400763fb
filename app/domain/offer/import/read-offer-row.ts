import { isRomeCode } from '~/domain/engagement/rome';
import { readAddress } from '~/domain/import/read-row.address';
import type { MappedColumns } from '~/domain/import/column-vocabulary';
import { parsePastDate } from '~/domain/import/parse-date';
import { createRowReader, type RowReader } from '~/domain/import/row-reader';
import type { Refusal, RowNote } from '~/domain/import/facts';
import { parseEmails } from '~/domain/organisation/email';
import { parsePhones } from '~/domain/organisation/phone';
import { parseSiret } from '~/domain/organisation/siret';
import { recogniseThemes } from '~/domain/organisation/recognise-theme';
import { parseWebsite } from '~/domain/organisation/website';
import type { CommuneLookup } from '~/domain/place/commune-lookup';
import { zonePieces } from '~/domain/place/zone';
import { quoted } from '~/domain/text/clean';
import { plainFromHtml } from '~/domain/text/plain-from-html';
import { z } from '~/domain/zod';
import { has } from '~/domain/offer/offer-kinds';
import { offerSchema, type TypedOffer } from '~/domain/offer/offer.schema';
import type { ImportedOffer, NamedHolder } from './imported-offer';
import { offerImportFields, type OfferImportField } from './offer-columns';
import { codesOfWords, kindOfWords, wordFields, type WordField } from './offer-words';

type Reader = RowReader<OfferImportField>;
export type ReadOfferRow =
  | { ok: true; line: number; label: string; offer: ImportedOffer; cells: string[]; notes: RowNote<OfferImportField>[] }
  | { ok: false; line: number; label: string; cells: string[]; refused: Refusal<OfferImportField>[] };
type Context = { mapping: MappedColumns<OfferImportField>; communes: CommuneLookup };

const asTyped = ['title', 'weeklyHours', 'schedule', 'pay', 'duration', 'prepares', 'places', 'ageMin', 'ageMax', 'costText', 'contactName'] as const;
const dates = ['startsOn', 'endsOn', 'opensOn', 'closesOn'] as const;
const written = ['description', 'conditions', 'documents', 'mobilisationText'] as const;
const listed: readonly WordField[] = ['publics', 'schemes', 'receptionModes', 'mobilisationModes', 'mobilisableBy'];

/**
 * Turns a row into what it says of an offer. Refused, with every reason at once: no title, a kind that is not said, a wrong SIRET, a
 * date, a number or a place that cannot be read, an end before its beginning. What only helps (a word outside its list, a telephone)
 * is left out with a note: nothing is lost in silence.
 */
export function readOfferRow(row: { line: number; cells: readonly string[]; refusal?: string; notes?: readonly string[] }, { mapping, communes }: Context): ReadOfferRow {
  const reader = createRowReader(row.cells, mapping, offerImportFields);
  const label = (reader.text('title') || `Ligne ${row.line}`).slice(0, 120);
  const told = { line: row.line, label, cells: [...row.cells] };
  if (row.refusal) return { ok: false, ...told, refused: [{ field: 'ignored', value: '', reason: row.refusal }] };
  for (const text of row.notes ?? []) reader.note('ignored', '', text);
  const typed: Partial<Record<keyof TypedOffer, unknown>> = {};
  for (const field of asTyped) if (reader.text(field)) typed[field] = reader.text(field);
  for (const field of dates) {
    const day = reader.text(field) ? parsePastDate(reader.text(field), '2100-12-31') : null;
    // What is no day stays as typed: the form’s own sentence says so.
    if (day) typed[field] = day.ok ? day.day : reader.text(field);
  }
  for (const field of written) if (reader.text(field)) typed[field] = plainFromHtml(reader.raw(field));
  if (typed.places) typed.places = String(typed.places).replace(/\.0+$/, '');
  readWords(reader, typed);
  readReach(reader, typed);
  const offerId = readOfferId(reader);
  const kind = kindOfWords(reader.text('kind')) ?? (reader.text('kind') ? null : kindOfWords(reader.text('contract')) ?? kindOfWords(reader.text('serviceType') && 'service'));
  if (kind) typed.kind = kind;
  else if (reader.text('kind')) reader.refuse('kind', reader.text('kind'), `${quoted(reader.text('kind'))} n’est pas une sorte d’offre : emploi, alternance, immersion, stage, formation, atelier, service ou parrainage.`);
  else if (!offerId) reader.refuse('kind', '', 'La sorte d’offre est vide : emploi, alternance, immersion, stage, formation, atelier, service ou parrainage.');
  if (kind && !has(kind, 'work')) delete typed.contract;
  const place = readPlace(reader, communes);
  if (place) Object.assign(typed, { hasOwnPlace: 'oui', communeCode: place.communeCode, postcode: place.postcode, addressLine: place.addressLine });
  const trades = reader.text('romes').split(/\s*[;|\n]\s*|\s*,\s*(?=[A-N]\d{4}\b)/).map((word) => word.replace(/^([A-N]\d{4})\b.*$/i, '$1').trim()).filter(Boolean);
  for (const word of trades) if (/^[a-z]\d{4}$/i.test(word) && !isRomeCode(word.toUpperCase())) reader.refuse('romes', word, `${quoted(word)} n’est pas un code de métier : une lettre de A à N et quatre chiffres, comme D1102.`);
  const holder = readHolder(reader);
  if (!offerId) checkWhole(reader, typed);
  else for (const day of dates) if (typed[day]) checkField(reader, day, typed[day]);
  if (reader.refused.length > 0) return { ok: false, ...told, refused: reader.refused };
  const headers = Object.fromEntries(mapping.map(({ field, header }) => [field, header]));
  return { ok: true, ...told, notes: reader.notes, offer: { typed: typed as Partial<TypedOffer>, trades, zones: zonePieces(reader.text('zones').replace(/\s*\|\s*/g, ';')), holder, place, offerId, reference: reader.text('reference').slice(0, 200) || null, headers } };
}

function readWords(reader: Reader, typed: Partial<Record<string, unknown>>): void {
  for (const field of wordFields) {
    const text = reader.text(field);
    if (!text) continue;
    const { codes, unknown } = codesOfWords(field, text);
    if (unknown.length > 0) reader.note(field, unknown.join(', '), `${reader.header(field)} : ${quoted(unknown.join(', '))} n’est pas dans la liste, ce n’est pas repris.`);
    if (codes.length > 0) typed[field] = listed.includes(field) ? codes : codes[0];
  }
  const themes = recogniseThemes(reader.text('themes'));
  if (themes.themes.length > 0) typed.themes = themes.themes;
  if (themes.unknown.length > 0) reader.note('themes', themes.unknown.join(', '), `Thématique inconnue : ${quoted(themes.unknown.join(', '))}.`);
  if (/^(oui|o|x|1|vrai|true|yes)/i.test(reader.text('isHandicapFriendly'))) typed.isHandicapFriendly = 'oui';
}

function readReach(reader: Reader, typed: Partial<Record<string, unknown>>): void {
  const phone = parsePhones(reader.raw('contactPhone'));
  for (const { value, reason } of phone.unread) reader.note('contactPhone', value, `${reason} Il n’est pas repris.`);
  if (phone.phones[0]) typed.contactPhone = phone.phones[0].number;
  const email = parseEmails(reader.lines('contactEmail'));
  for (const { value, reason } of email.unread) if (value) reader.note('contactEmail', value, `${reason} Elle n’est pas reprise.`);
  if (email.emails[0]) typed.contactEmail = email.emails[0];
  const link = reader.text('mobilisationUrl') ? parseWebsite(reader.text('mobilisationUrl')) : null;
  if (link && !link.ok) reader.note('mobilisationUrl', reader.text('mobilisationUrl'), link.reason);
  if (link?.ok) typed.mobilisationUrl = link.url;
  if (!link?.ok && Array.isArray(typed.mobilisationModes)) typed.mobilisationModes = (typed.mobilisationModes as string[]).filter((mode) => mode !== 'utiliser-lien-mobilisation');
}

function readOfferId(reader: Reader): string | null {
  const text = reader.text('offerId');
  if (!text) return null;
  if (z.uuid().safeParse(text).success) return text.toLowerCase();
  reader.refuse('offerId', text, `${quoted(text)} n’est pas un identifiant de Maillage : laissez la cellule vide pour une nouvelle offre.`);
  return null;
}

function readHolder(reader: Reader): NamedHolder | null {
  const [id, name, commune, typed] = [reader.text('holderId'), reader.text('holderName'), reader.text('holderCommune'), reader.text('holderSiret')];
  if (!id && !name && !typed) return null;
  const siret = typed ? parseSiret(typed) : null;
  if (siret && !siret.ok) reader.refuse('holderSiret', typed, siret.reason);
  return { id: id || null, siret: siret?.ok ? siret.siret : null, name: name || null, commune: commune || null };
}

function readPlace(reader: Reader, communes: CommuneLookup) {
  if (!reader.text('addressLine') && !reader.text('postcode') && !reader.text('commune') && !reader.text('communeCode')) return null;
  const { address } = readAddress(reader as unknown as RowReader, communes);
  if (!address.communeCode) {
    if (reader.refused.length === 0) reader.refuse('commune', reader.text('addressLine'), 'Indiquez la commune du lieu : l’adresse seule ne suffit pas.');
    return null;
  }
  return { addressLine: address.line, postcode: address.postcode, communeCode: address.communeCode, departementCode: address.departementCode };
}

/** What the form would refuse of the whole is refused here, at its cell. */
function checkWhole(reader: Reader, typed: Partial<Record<string, unknown>>): void {
  const read = offerSchema.safeParse({ kind: 'job', ...typed });
  if (read.success) return;
  for (const { path, message } of read.error.issues) refuseAt(reader, String(path[0] ?? 'title') as OfferImportField, message);
}

function checkField(reader: Reader, field: OfferImportField, value: unknown): void {
  const read = offerSchema.safeParse({ kind: 'job', title: 'x', [field]: value });
  if (!read.success) refuseAt(reader, field, read.error.issues[0]!.message);
}

function refuseAt(reader: Reader, field: OfferImportField, message: string): void {
  const value = reader.text(field);
  reader.refuse(field, value, value && !message.includes(value) ? `${reader.header(field)}, ${quoted(value)} : ${message}` : `${reader.header(field)} : ${message}`);
}
