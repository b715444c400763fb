import { fold } from '~/domain/text/fold';
import { inGuillemets } from '~/domain/text/in-guillemets';
import { fieldOfValues, hasShape, shareShapes, type ValueShares } from './column-values';
import type { ColumnVocabulary, MappedColumns } from './column-vocabulary';
import type { ImportField } from './fields';
import { partnerColumns } from './partner-columns';

export type Confidence = 'sure' | 'likely' | 'unknown';

/** What we think a column holds. An `unknown` column is to be shown to a person; `ignored` says that we know it is of no use. */
export type RecognisedColumn<F extends string = ImportField> = {
  column: number;
  header: string;
  field: F;
  confidence: Confidence;
  /** Why, when it is not plain: a French sentence. */
  why?: string;
  /** Up to three different values, to show beside the choice. */
  examples: string[];
};

/**
 * Says what each column holds, from its header and a sample of its rows (a few hundred are enough). Headers that mean one
 * thing are `sure` unless their values contradict them; parts of a header or values alone make it `likely`. Two columns for
 * one field: the better one keeps it and the other is left out, surely when it says the same.
 */
export function recogniseColumns<F extends string = ImportField>(headers: readonly string[], sample: readonly (readonly string[])[] = [], vocabulary: ColumnVocabulary = partnerColumns): RecognisedColumn<F>[] {
  const columns = headers.map((header, column) => {
    const values = sample.map((row) => row[column] ?? '');
    const shares = shareShapes(values);
    const examples = [...new Set(values.map((value) => value.trim()).filter(Boolean))].slice(0, 3);
    return { column, header, shares, values, examples, ...recogniseOne(header, shares, values.length > 0, vocabulary) };
  });
  leanOnNeighbours(columns);
  settleRivals(columns, vocabulary);
  return columns.map(({ column, header, field, confidence, why, examples }) => ({ column, header, field: field as F, confidence, examples, ...(why ? { why } : {}) }));
}

/** The mapping that a person has nothing to add to: what is sure or likely. */
export function proposedMapping<F extends string>(columns: readonly RecognisedColumn<F>[]): MappedColumns<F> {
  return columns.filter(({ field, confidence }) => field !== 'ignored' && confidence !== 'unknown').map(({ column, header, field }) => ({ column, header, field }));
}

/** The same for two files of one shape: their headers, in order, without case, accents or signs. For the remembered mapping. */
export function fingerprint(headers: readonly string[]): string {
  return headers.map(normaliseHeader).join('|');
}

/** `CODE_POST_COM`, `codePostal`, `Code postal *`, `N° SIRET` → folded words separated by one space. */
export function normaliseHeader(header: string): string {
  return fold(header.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'))
    .replace(/\bn\s*°|\bnº/g, 'n ')
    .replace(/\((?:facultatif|obligatoire|\d+)\)|[*]/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

type Working = RecognisedColumn<string> & { shares: ValueShares; values: string[] };
type Guess = { field: string; confidence: Confidence; why?: string };

function recogniseOne(header: string, shares: ValueShares, hasSample: boolean, { sure, likely, useless, fields }: ColumnVocabulary): Guess {
  const name = normaliseHeader(header);
  const compact = sure.get(name) ?? sure.get(name.replace(/ /g, ''));
  const seen = fieldOfValues(shares);
  const byValues = seen !== null && fields.some(({ code }) => code === seen) ? seen : null;
  if (compact) return checked(compact, 'sure', shares, hasSample, byValues);
  if (useless.test(name)) return { field: 'ignored', confidence: 'sure' };
  const part = likely.find(([pattern]) => pattern.test(name))?.[1];
  if (part) return checked(part, byValues === part ? 'sure' : 'likely', shares, hasSample, byValues);
  if (byValues) return { field: byValues, confidence: 'likely', why: 'Reconnu à ses valeurs.' };
  return { field: 'ignored', confidence: 'unknown' };
}

/** A header whose values say otherwise is not believed. */
function checked(field: string, confidence: Confidence, shares: ValueShares, hasSample: boolean, byValues: string | null): Guess {
  if (!hasSample || shares.filled === 0 || !hasShape(field)) {
    const isPlace = field === 'commune' && byValues === 'postcode';
    const isCode = field === 'legalForm' || field === 'description' ? byValues === 'nafCode' : false;
    if (isPlace) return { field: 'postcode', confidence: 'likely', why: 'Le titre dit « commune », les valeurs sont des codes postaux.' };
    if (isCode) return { field: 'nafCode', confidence: 'likely', why: 'Reconnu à ses valeurs.' };
    // « Label : oui » names no label: only a person knows which.
    if (field === 'tags' && (shares.hasYouthLabel ?? 0) >= 0.8) return { field: 'hasYouthLabel', confidence: 'unknown', why: 'Les valeurs disent oui ou non, sans nommer de label.' };
    if (field === 'contactName' && byValues === 'email') return { field: 'contactEmail', confidence: 'likely', why: 'Reconnu à ses valeurs.' };
    if (field === 'contactName' && byValues === 'phone') return { field: 'contactPhone', confidence: 'likely', why: 'Reconnu à ses valeurs.' };
    return { field, confidence };
  }
  const share = shares[field as ImportField] ?? 0;
  if (share >= 0.3) return { field, confidence };
  if (byValues && byValues !== field) {
    return { field: byValues, confidence: 'likely', why: 'Le titre dit autre chose, mais les valeurs sont claires.' };
  }
  // Telephones and sites are typed in many ways: few of the right shape is still a column of telephones.
  if (['phone', 'website', 'email', 'siret'].includes(field) && share > 0) return { field, confidence: 'likely' };
  return { field, confidence: 'unknown', why: 'Les valeurs ne ressemblent pas à ce que dit le titre.' };
}

/** "Nom" beside "Prénom" is a person's when another column names the organisation; contact columns draw theirs along. */
function leanOnNeighbours(columns: Working[]): void {
  const names = columns.filter(({ field }) => field === 'name');
  const hasFirstName = columns.some(({ header }) => /^(?:prenom|first name|civilite)\b/.test(normaliseHeader(header)));
  const person = names.find(({ header }) => normaliseHeader(header) === 'nom');
  if (person && hasFirstName && names.length > 1) Object.assign(person, { field: 'contactName', confidence: 'likely', why: 'À côté d’un prénom : c’est le nom d’une personne.' });
}

/** One column a field, where the field takes one: the surest, then the fullest, then the first. */
function settleRivals(columns: Working[], { fields }: ColumnVocabulary): void {
  for (const { code, several } of fields) {
    if (several !== 'no') continue;
    const rivals = columns.filter(({ field, confidence }) => field === code && confidence !== 'unknown');
    if (rivals.length < 2) continue;
    const rank = (rival: Working) => (rival.confidence === 'sure' ? 10 : 0) + Math.round(rival.shares.filled * 5) + (isCodeOf(code, rival) ? 1 : 0);
    const [best, ...others] = [...rivals].sort((a, b) => rank(b) - rank(a) || a.column - b.column);
    for (const other of others) {
      const says = agreement(best!, other);
      Object.assign(other, {
        field: 'ignored',
        confidence: says >= 0.95 || code === 'departement' ? 'sure' : 'unknown',
        why: says >= 0.95 ? `Dit la même chose que ${inGuillemets(best!.header)}.` : `${inGuillemets(best!.header)} donne déjà cette information.`,
      });
    }
  }
}

/** Of a département's code and its name, the code is the better. */
function isCodeOf(field: string, { header }: Working): boolean {
  return field === 'departement' && /code|num|^n /.test(normaliseHeader(header));
}

/** The share of the sample's rows on which two columns say the same. */
function agreement(a: Working, b: Working): number {
  const pairs = a.values.map((value, i) => [fold(value).trim(), fold(b.values[i] ?? '').trim()] as const).filter(([, other]) => other);
  return pairs.length ? pairs.filter(([one, other]) => one === other).length / pairs.length : 1;
}
