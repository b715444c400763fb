import { meansNothing, quoted } from '~/domain/text/clean';
import { namesYouthLabel, readHasYouthLabel } from '~/domain/organisation/youth-label';
import { recogniseThemes } from '~/domain/organisation/recognise-theme';
import { parseNaf } from '~/domain/organisation/naf';
import { parseSiren, parseSiret, sirenOf } from '~/domain/organisation/siret';
import { parseWebsite } from '~/domain/organisation/website';
import { readableName } from '~/domain/organisation/readable-name';
import type { CommuneLookup } from '~/domain/place/commune-lookup';
import type { ReadRow } from './facts';
import type { ColumnMapping } from './fields';
import { parsePastDate } from './parse-date';
import { createRowReader, type RowReader } from './row-reader';
import { readAddress } from './read-row.address';
import { readContact, readEmails, readHours, readKinds, readPhones } from './read-row.reach';

/** What reading a row needs besides the row. `today` is an ISO 8601 day: dates after it are refused. */
export type RowContext = { mapping: ColumnMapping; communes: CommuneLookup; today: string };

/** Longest values accepted, in characters: those of the record's own form. */
export const longest = { name: 250, text: 250, description: 5000 } as const;

/**
 * Turns a row of the file into the facts of an organisation. The row is refused, with every reason at once, when what says
 * who or where it is cannot be trusted: no name, a wrong SIRET, an unknown postcode or commune, a name of 10,000 letters,
 * a date in the future. What only helps to reach it (telephone, e-mail, site, hours, coordinates, NAF) is left out when it
 * cannot be read, and a note says so: nothing is lost in silence.
 */
export function readRow(row: { line: number; cells: readonly string[]; refusal?: string; notes?: readonly string[] }, { mapping, communes, today }: RowContext): ReadRow {
  const reader = createRowReader(row.cells, mapping);
  if (row.refusal) return { ok: false, line: row.line, refused: [{ field: 'ignored', value: '', reason: row.refusal }], originals: reader.originals };
  for (const text of row.notes ?? []) reader.note('ignored', '', text);

  const siret = readSiret(reader);
  const siren = siret ? sirenOf(siret) : readSiren(reader);
  const { name, originalName } = readName(reader);
  const { address, place } = readAddress(reader, communes);
  const { kinds, unknownKinds } = readKinds(reader);
  const themes = recogniseThemes(reader.text('theme'));
  if (themes.unknown.length) reader.note('theme', themes.unknown.join(', '), `Thématique inconnue : ${quoted(themes.unknown.join(', '))}.`);
  const facts = {
    siret,
    siren,
    name,
    originalName,
    brandName: readShort(reader, 'brandName'),
    acronym: readShort(reader, 'acronym'),
    kinds,
    unknownKinds,
    themes: themes.themes,
    nafCode: readNaf(reader),
    legalForm: readShort(reader, 'legalForm'),
    hasYouthLabel: readLabel(reader),
    description: readDescription(reader),
    address,
    place,
    phones: readPhones(reader, 'phone', address.departementCode),
    emails: readEmails(reader, 'email'),
    website: readWebsite(reader),
    openingHours: readHours(reader),
    contacts: readContact(reader, address.departementCode),
    partnerSince: readSince(reader, today),
    tags: readTags(reader),
    externalId: reader.text('externalId').slice(0, longest.text) || null,
  };
  if (reader.refused.length) return { ok: false, line: row.line, refused: reader.refused, originals: reader.originals };
  return { ok: true, line: row.line, facts, originals: reader.originals, notes: reader.notes };
}

function readSiret(reader: RowReader): string | null {
  const typed = reader.raw('siret');
  if (!typed.trim() || meansNothing(typed)) return null;
  const parsed = parseSiret(typed);
  if (!parsed.ok) {
    reader.refuse('siret', typed, parsed.reason);
    return null;
  }
  if (parsed.restored) reader.note('siret', typed, 'Le tableur avait enlevé le zéro du début du SIRET : il a été remis.');
  return parsed.siret;
}

function readSiren(reader: RowReader): string | null {
  const typed = reader.text('siren');
  if (!typed) return null;
  const parsed = parseSiren(typed);
  if (parsed.ok) return parsed.siren;
  reader.note('siren', typed, parsed.reason);
  return null;
}

/** The name, else the usual name, else the acronym: something must say who it is. */
function readName(reader: RowReader): { name: string; originalName: string | null } {
  const typed = reader.text('name') || reader.text('brandName') || reader.text('acronym');
  if (!typed) {
    reader.refuse('name', '', 'Le nom est vide.');
    return { name: '', originalName: null };
  }
  const length = [...typed].length;
  if (length > longest.name) {
    reader.refuse('name', `${[...typed].slice(0, 60).join('')}…`, `Le nom a ${length.toLocaleString('fr-FR')} caractères : ${longest.name} au plus.`);
    return { name: '', originalName: null };
  }
  if (!/[\p{L}\p{N}]/u.test(typed)) reader.refuse('name', typed, `Le nom ${quoted(typed)} ne contient ni lettre ni chiffre.`);
  const name = readableName(typed);
  return { name, originalName: name === typed ? null : typed };
}

function readShort(reader: RowReader, field: 'brandName' | 'acronym' | 'legalForm'): string | null {
  const typed = reader.text(field);
  if (!typed) return null;
  if (typed.length > longest.text) {
    reader.note(field, typed.slice(0, 60), `Ce texte a plus de ${longest.text} caractères : il n’est pas repris.`);
    return null;
  }
  return field === 'brandName' ? readableName(typed) : typed;
}

function readNaf(reader: RowReader): string | null {
  const typed = reader.text('nafCode');
  const code = parseNaf(typed);
  if (typed && !code) reader.note('nafCode', typed, `${quoted(typed)} n’est pas un code NAF : il n’est pas repris.`);
  return code;
}

function readWebsite(reader: RowReader): string | null {
  const typed = reader.text('website');
  if (!typed) return null;
  const parsed = parseWebsite(typed);
  if (parsed.ok) return parsed.url;
  reader.note('website', typed, parsed.reason);
  return null;
}

function readDescription(reader: RowReader): string | null {
  const typed = reader.lines('description');
  if (typed.length <= longest.description) return typed || null;
  reader.note('description', '', `La présentation dépasse ${longest.description.toLocaleString('fr-FR')} caractères : la fin n’est pas reprise.`);
  return typed.slice(0, longest.description);
}

/** Said by its own column, or named among the tags. */
function readLabel(reader: RowReader): boolean {
  const typed = reader.text('hasYouthLabel');
  const has = readHasYouthLabel(typed);
  if (typed && has === null) reader.note('hasYouthLabel', typed, `${quoted(typed)} ne dit ni oui ni non : le label n’est pas repris.`);
  return has === true || tagsOf(reader).some(namesYouthLabel);
}

function readSince(reader: RowReader, today: string): string | null {
  const typed = reader.text('partnerSince');
  if (!typed) return null;
  const parsed = parsePastDate(typed, today);
  if (parsed.ok) return parsed.day;
  reader.refuse('partnerSince', typed, parsed.reason);
  return null;
}

const tagsOf = (reader: RowReader) => reader.text('tags').split(/\s*[;,|#\n]\s*/).map((tag) => tag.slice(0, 60)).filter(Boolean);

/** The label is a fact of the organisation, not a tag of the agency. */
function readTags(reader: RowReader): string[] {
  return [...new Set(tagsOf(reader).filter((tag) => !namesYouthLabel(tag)))];
}
