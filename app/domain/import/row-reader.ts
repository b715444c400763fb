import { cleanLines, cleanText, meansNothing } from '~/domain/text/clean';
import type { Refusal, RowNote } from './facts';
import type { ColumnField, MappedColumns } from './column-vocabulary';
import { importFields, type ImportField } from './fields';

/** A row seen by field rather than by column, with what is said of it on the way. */
export type RowReader<F extends string = ImportField> = {
  /** The field's cell as typed; several columns are put one after the other. */
  raw(field: F): string;
  /** On one line, without invisible signs; empty when the cell says "nothing" (`-`, `néant`…). */
  text(field: F): string;
  /** The same with its line breaks. */
  lines(field: F): string;
  /** The title of the column that gives the field. */
  header(field: F): string;
  has(field: F): boolean;
  refuse(field: F, value: string, reason: string): void;
  note(field: F, value: string, text: string): void;
  refused: Refusal<F>[];
  notes: RowNote<F>[];
  /** Filled cells, as typed, by field. */
  originals: Partial<Record<F, string>>;
};

/** What stands between two columns of one field. */
function joinerOf(field: string, { several }: ColumnField): string {
  return field.startsWith('hours') ? ' / ' : several === 'united' ? ' ; ' : field === 'description' ? '\n' : ' ';
}

/** Gives a row's cells by field, as the mapping says. */
export function createRowReader<F extends string = ImportField>(cells: readonly string[], mapping: MappedColumns<F>, fields: readonly ColumnField<F>[] = importFields as readonly ColumnField[] as readonly ColumnField<F>[]): RowReader<F> {
  const known = (field: F) => fields.find(({ code }) => code === field)!;
  const originals: Partial<Record<F, string>> = {};
  for (const { column, field } of mapping) {
    const cell = cells[column] ?? '';
    if (field === 'ignored' || !cell.trim()) continue;
    originals[field] = originals[field] === undefined ? cell : `${originals[field]}${joinerOf(field, known(field))}${cell}`;
  }
  const refused: Refusal<F>[] = [];
  const notes: RowNote<F>[] = [];
  const raw = (field: F) => originals[field] ?? '';
  const text = (field: F) => {
    const clean = cleanText(raw(field));
    return meansNothing(clean) ? '' : clean;
  };
  return {
    raw,
    text,
    lines: (field) => (text(field) ? cleanLines(raw(field)) : ''),
    header: (field) => mapping.find((choice) => choice.field === field)?.header ?? known(field).label,
    has: (field) => mapping.some((choice) => choice.field === field),
    refuse: (field, value, reason) => refused.push({ field, value, reason }),
    note: (field, value, said) => notes.push({ field, value, text: said }),
    refused,
    notes,
    originals,
  };
}
