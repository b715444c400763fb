import { cleanLines, cleanText, meansNothing } from '~/domain/text/clean';
import type { Refusal, RowNote } from './facts';
import { fieldLabel, importFields, type ColumnMapping, type ImportField } from './fields';

/** A row seen by field rather than by column, with what is said of it on the way. */
export type RowReader = {
  /** The field's cell as typed; several columns are put one after the other. */
  raw(field: ImportField): string;
  /** On one line, without invisible signs; empty when the cell says "nothing" (`-`, `néant`…). */
  text(field: ImportField): string;
  /** The same with its line breaks. */
  lines(field: ImportField): string;
  /** The title of the column that gives the field. */
  header(field: ImportField): string;
  has(field: ImportField): boolean;
  refuse(field: ImportField, value: string, reason: string): void;
  note(field: ImportField, value: string, text: string): void;
  refused: Refusal[];
  notes: RowNote[];
  /** Filled cells, as typed, by field. */
  originals: Partial<Record<ImportField, string>>;
};

const joiner = new Map<ImportField, string>(importFields.map(({ code, several }) => [code, several === 'united' ? ' ; ' : code === 'description' ? '\n' : ' ']));
joiner.set('hoursMon', ' / ').set('hoursTue', ' / ').set('hoursWed', ' / ').set('hoursThu', ' / ').set('hoursFri', ' / ').set('hoursSat', ' / ');

/** Gives a row's cells by field, as the mapping says. */
export function createRowReader(cells: readonly string[], mapping: ColumnMapping): RowReader {
  const originals: Partial<Record<ImportField, string>> = {};
  for (const { column, field } of mapping) {
    const cell = cells[column] ?? '';
    if (field === 'ignored' || !cell.trim()) continue;
    originals[field] = originals[field] === undefined ? cell : `${originals[field]}${joiner.get(field)}${cell}`;
  }
  const refused: Refusal[] = [];
  const notes: RowNote[] = [];
  const raw = (field: ImportField) => originals[field] ?? '';
  const text = (field: ImportField) => {
    const clean = cleanText(raw(field));
    return meansNothing(clean) ? '' : clean;
  };
  return {
    raw,
    text,
    lines: (field) => (text(field) ? cleanLines(raw(field)) : ''),
    header: (field) => mapping.find((choice) => choice.field === field)?.header ?? fieldLabel(field),
    has: (field) => mapping.some((choice) => choice.field === field),
    refuse: (field, value, reason) => refused.push({ field, value, reason }),
    note: (field, value, said) => notes.push({ field, value, text: said }),
    refused,
    notes,
    originals,
  };
}
