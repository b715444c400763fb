import type { StaleChange } from '~/domain/errors';
import { cleanText } from '~/domain/text/clean';
import { monthName } from '~/domain/text/french-date';
import { isReadiness, readinessWords } from './readiness';
import { readCodes } from './rome';

/** A row of the matrix as text, as its controls hold it; `readiness` is empty while nobody said anything of this form. */
export type EngagementText = { readiness: string; capacity: string; months: string; romes: string; publicText: string; comment: string };
/** The whole matrix by form of engagement. */
export type MatrixText = Record<string, EngagementText>;

export const engagementParts = ['readiness', 'capacity', 'months', 'romes', 'publicText', 'comment'] as const satisfies readonly (keyof EngagementText)[];
export const unsaid: EngagementText = { readiness: '', capacity: '', months: '', romes: '', publicText: '', comment: '' };

/** The name of a control: `romes.<form>`. */
export const controlName = (part: keyof EngagementText, formId: string) => `${part}.${formId}`;

export const sameRow = (a: EngagementText, b: EngagementText) => engagementParts.every((part) => a[part] === b[part]);

export type FormValues = Record<string, string | string[]>;
export const textOf = (value: string | string[] | undefined) => cleanText(typeof value === 'string' ? value : '');

/** The rows that a form sent, brought to one way of writing: codes in capitals, twelve months as none. */
export function typedMatrix(values: FormValues): MatrixText {
  const ids = Object.keys(values).flatMap((name) => (name.startsWith('capacity.') ? [name.slice('capacity.'.length)] : []));
  return Object.fromEntries(
    ids.map((id) => {
      const months = [values[controlName('months', id)] ?? []].flat().filter((month) => /^([1-9]|1[0-2])$/.test(month));
      return [id, {
        readiness: textOf(values[controlName('readiness', id)]),
        capacity: textOf(values[controlName('capacity', id)]),
        months: months.length >= 12 ? '' : [...new Set(months)].sort((a, b) => Number(a) - Number(b)).join(' '),
        romes: readCodes(textOf(values[controlName('romes', id)])).join(' '),
        publicText: textOf(values[controlName('publicText', id)]),
        comment: textOf(values[controlName('comment', id)]),
      }];
    }),
  );
}

/** What the form showed when it was opened, as it sent it back; null when it cannot be read. */
export function readBase(json: unknown): MatrixText | null {
  try {
    const read: unknown = JSON.parse(typeof json === 'string' ? json : '');
    return isObject(read) && Object.values(read).every(isRow) ? (read as MatrixText) : null;
  } catch {
    return null;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const isRow = (value: unknown) => isObject(value) && engagementParts.every((part) => typeof value[part] === 'string');

export type MergedMatrix = {
  rows: MatrixText;
  /** Forms that I changed, and those that somebody else changed meanwhile and are kept. */
  mine: string[];
  theirs: string[];
  conflicts: StaleChange[];
};

/**
 * Merges what a person typed with what is there now, form by form, knowing what the page showed when it was opened. A form
 * that both changed differently is a conflict, unless `keep` says whose words stay.
 */
export function mergeMatrix({ forms, base, typed, current, keep = {} }: { forms: readonly { id: string; label: string }[]; base: MatrixText; typed: MatrixText; current: MatrixText; keep?: Record<string, string> }): MergedMatrix {
  const merged: MergedMatrix = { rows: {}, mine: [], theirs: [], conflicts: [] };
  for (const { id, label } of forms) {
    const [shown, now] = [base[id] ?? unsaid, current[id] ?? unsaid];
    const wanted = keep[id] === 'theirs' ? now : (typed[id] ?? shown);
    const isMine = !sameRow(wanted, shown) && !sameRow(wanted, now);
    const isTheirs = !sameRow(now, shown);
    merged.rows[id] = isMine ? wanted : now;
    if (isMine) merged.mine.push(id);
    if (isTheirs) merged.theirs.push(id);
    if (isMine && isTheirs && keep[id] !== 'mine') merged.conflicts.push({ field: id, label, theirs: rowInWords(now), yours: rowInWords(wanted) });
  }
  return merged;
}

/** `partant, 2 par mois, en mai, juin`. */
export function rowInWords({ readiness, capacity, months, romes, publicText, comment }: EngagementText): string {
  const words = [
    isReadiness(readiness) ? readinessWords[readiness] : 'rien de dit',
    capacity && `${capacity} par mois`,
    months && `en ${months.split(' ').map((month) => monthName(Number(month))).join(', ')}`,
    romes,
    publicText,
    comment,
  ];
  return words.filter(Boolean).join(', ');
}
