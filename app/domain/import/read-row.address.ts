import { parseCoordinatePair, parseCoordinates } from '~/domain/place/coordinates';
import type { CommuneLookup } from '~/domain/place/commune-lookup';
import { cedexOf, departementOfPostcode, parsePostcode, type Postcode } from '~/domain/place/postcode';
import { readableCommune, readableStreet } from '~/domain/place/readable-place';
import type { Point } from '~/domain/place/geo';
import { quoted } from '~/domain/text/clean';
import type { AddressFacts, PlaceFacts } from './facts';
import type { RowReader } from './row-reader';

/** Longest address line accepted, in characters. */
const LONGEST_LINE = 250;

/**
 * Reads where the organisation is. A postcode or a commune that nobody knows refuses the row, unless the file gives
 * coordinates: the place is then known, and a note says what is not. No address at all is accepted, with a note.
 */
export function readAddress(reader: RowReader, communes: CommuneLookup): { address: AddressFacts; place: PlaceFacts | null } {
  const point = readPoint(reader);
  const complain = (field: 'postcode' | 'commune', value: string, reason: string) =>
    point ? reader.note(field, value, `${reason} Le lieu est placé par ses coordonnées.`) : reader.refuse(field, value, reason);

  const { line, tail } = readLine(reader);
  const { code, hadProblem } = readPostcode(reader, tail, complain);
  const typedCommune = reader.text('commune') || tail?.commune || communeBesidePostcode(reader);
  const communeCode = reader.text('communeCode');
  const address: AddressFacts = {
    line,
    complement: shortened(reader, reader.text('addressComplement')),
    postcode: code?.postcode ?? null,
    cedex: code?.cedex ?? cedexOf(typedCommune),
    communeCode: null,
    communeName: typedCommune ? readableCommune(typedCommune) : null,
    departementCode: (code && departementOfPostcode(code.postcode)) ?? departementCodeOf(reader.text('departement')),
  };
  if (hadProblem && !typedCommune && !communeCode) return { address, place: point && { ...point, precision: 'given' } };
  if (!typedCommune && !communeCode && !code) {
    reader.note('commune', '', 'Ni code postal ni commune : ce partenaire ne sera pas trouvé par son territoire.');
    return { address, place: point && { ...point, precision: 'given' } };
  }
  const found = communes.find({
    ...(communeCode ? { communeCode } : {}),
    ...(typedCommune ? { name: typedCommune } : {}),
    ...(code ? { postcode: code.postcode } : {}),
    ...(address.departementCode ? { departement: address.departementCode } : {}),
  });
  if (!found.ok) {
    if (!hadProblem) complain(typedCommune ? 'commune' : 'postcode', typedCommune || (code?.postcode ?? communeCode), found.reason);
    return { address, place: point && { ...point, precision: 'given' } };
  }
  const { commune } = found;
  for (const warning of found.warnings) reader.note('commune', typedCommune, warning);
  const known = { ...address, communeCode: commune.code, communeName: commune.name, departementCode: commune.departementCode };
  // A commune with one postcode gives it to a row that has none.
  if (!known.postcode && commune.postcodes.length === 1) known.postcode = commune.postcodes[0]!;
  const centre = commune.latitude !== null && commune.longitude !== null ? { latitude: commune.latitude, longitude: commune.longitude, precision: 'commune' as const } : null;
  return { address: known, place: point ? { ...point, precision: 'given' } : centre };
}

/** `12 rue des Lilas, 65000 Tarbes`: the street, the postcode, the commune. */
const wholeAddress = /^(.*?)[\s,;-]*\b(\d{5})\s+([\p{L}][\p{L}\p{M}' ’.-]+?(?:\s+\d{1,2})?)(?:\s*[,;-]?\s*FRANCE)?$/iu;

/** The street, from one or several columns. A single column may hold the whole address: `12 rue X 65000 Tarbes`. */
function readLine(reader: RowReader): { line: string | null; tail: { postcode: string; commune: string } | null } {
  const number = reader.text('addressNumber').replace(/^0+(?=\d)/, '').replace(/\.0$/, '');
  const street = [reader.text('addressStreetType'), reader.text('addressLine')].filter(Boolean).join(' ');
  let whole = [number, street].filter(Boolean).join(' ').replace(/\s*\n\s*/g, ', ');
  let tail: { postcode: string; commune: string } | null = null;
  const ending = reader.has('postcode') || reader.has('commune') ? null : wholeAddress.exec(whole);
  if (ending) {
    whole = ending[1]!;
    tail = { postcode: ending[2]!, commune: ending[3]! };
  }
  return { line: shortened(reader, readableStreet(whole)), tail };
}

function readPostcode(
  reader: RowReader,
  tail: { postcode: string } | null,
  complain: (field: 'postcode', value: string, reason: string) => void,
): { code: Postcode | null; hadProblem: boolean } {
  const typed = reader.text('postcode') || tail?.postcode || postcodeInCommune(reader);
  if (!typed) return { code: null, hadProblem: false };
  const parsed = parsePostcode(typed);
  if (!parsed.ok) {
    // The INSEE code or a name alone may still say where it is; the commune lookup will tell.
    if (reader.text('communeCode')) reader.note('postcode', typed, parsed.reason);
    else complain('postcode', typed, parsed.reason);
    return { code: null, hadProblem: !reader.text('communeCode') };
  }
  if (parsed.restored) reader.note('postcode', typed, `Le tableur avait enlevé le zéro du début du code postal : ${quoted(parsed.postcode)}.`);
  return { code: { postcode: parsed.postcode, cedex: parsed.cedex, restored: parsed.restored }, hadProblem: false };
}

/** `65000 Tarbes` in the commune's column. */
function postcodeInCommune(reader: RowReader): string {
  return reader.has('postcode') ? '' : (/\b\d{5}\b/.exec(reader.text('commune'))?.[0] ?? '');
}

/** `65000 Tarbes` in the postcode's column. */
function communeBesidePostcode(reader: RowReader): string {
  return /^\d{5}\s+(\p{L}.*)$/u.exec(reader.text('postcode'))?.[1]?.replace(/^CEDEX.*$/i, '') ?? '';
}

function readPoint(reader: RowReader): Point | null {
  const [pair, latitude, longitude] = [reader.text('coordinates'), reader.text('latitude'), reader.text('longitude')];
  if (!pair && !latitude && !longitude) return null;
  const parsed = pair ? parseCoordinatePair(pair) : parseCoordinates(latitude, longitude);
  const field = pair ? 'coordinates' : 'latitude';
  const typed = pair || `${latitude} ; ${longitude}`;
  if (!parsed.ok) {
    reader.note(field, typed, `${parsed.reason} Elles ne sont pas reprises.`);
    return null;
  }
  if (parsed.swapped) reader.note(field, typed, 'La latitude et la longitude étaient échangées : elles ont été remises dans l’ordre.');
  return parsed.point;
}

/** `065`, `65`, `2A`, `971`: the code of a département; a name is of no help here. */
function departementCodeOf(text: string): string | null {
  const code = /^0?(\d{2}|2[AB]|9[78]\d)(?:\b|$)/i.exec(text)?.[1]?.toUpperCase();
  return code && (code.length === 3 || code.startsWith('2') || (code >= '01' && code <= '95')) ? code : null;
}

function shortened(reader: RowReader, text: string): string | null {
  if (!text) return null;
  if (text.length <= LONGEST_LINE) return text;
  reader.note('addressLine', text.slice(0, 60), `L’adresse dépasse ${LONGEST_LINE} caractères : la fin n’est pas reprise.`);
  return text.slice(0, LONGEST_LINE);
}
