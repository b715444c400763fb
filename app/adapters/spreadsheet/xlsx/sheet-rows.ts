import type { RawRow } from '~/adapters/spreadsheet/sheet';
import { writeNumber, type NumberFormat } from './number-formats';
import { readXml } from './read-xml';
import { unescapeText } from './shared-strings';

/** What is needed of the whole workbook to read the cells of one sheet. */
export type WorkbookContext = { strings: readonly string[]; formats: readonly NumberFormat[]; epoch1904: boolean };

/** Excel's own limit of columns (XFD). */
const MOST_COLUMNS = 16_384;

/**
 * Reads the rows of a worksheet as texts. Numbers keep all their digits, dates are ISO 8601, booleans `oui` and `non`,
 * formulas their last computed value. A formula in error is empty, and the row says so.
 */
export async function* sheetRows(pieces: AsyncIterable<Buffer>, context: WorkbookContext): AsyncGenerator<RawRow> {
  let done: RawRow[] = [];
  let row: RawRow = { line: 0, cells: [] };
  let cell = { column: 0, type: 'n', style: 0, value: '', hasFormula: false };
  let reading = false;
  const reader = readXml(pieces, {
    open(name, attributes) {
      if (name === 'row') {
        row = { line: Number(attributes.r) || row.line + 1, cells: [] };
        cell.column = -1;
      }
      else if (name === 'c') {
        cell = { column: columnOf(attributes.r) ?? cell.column + 1, type: attributes.t ?? 'n', style: Number(attributes.s ?? 0), value: '', hasFormula: false };
      } else if (name === 'v' || name === 't') reading = true;
      else if (name === 'f') cell.hasFormula = true;
      else if (name === 'rPh') reading = false;
    },
    text(text) {
      if (reading) cell.value += text;
    },
    close(name) {
      if (name === 'v' || name === 't') reading = false;
      else if (name === 'c') place(row, cell, context);
      else if (name === 'row') done.push(row);
    },
  });
  for await (const _ of reader) {
    void _;
    if (!done.length) continue;
    const ready = done;
    done = [];
    yield* ready;
  }
}

type Cell = { column: number; type: string; style: number; value: string; hasFormula: boolean };

function place(row: RawRow, cell: Cell, context: WorkbookContext): void {
  if (cell.column >= MOST_COLUMNS) return;
  const text = textOf(cell, context);
  if (text) {
    while (row.cells.length < cell.column) row.cells.push('');
    row.cells[cell.column] = text;
  }
  const problem =
    cell.type === 'e'
      ? `contient une erreur de formule (${cell.value}) : elle est lue comme vide.`
      : cell.hasFormula && !cell.value && cell.type !== 'str'
        ? 'contient une formule sans résultat enregistré : elle est lue comme vide.'
        : null;
  if (problem) (row.notes ??= []).push(`La cellule ${columnName(cell.column)}${row.line} ${problem}`);
}

function textOf({ type, value, style }: Cell, { strings, formats, epoch1904 }: WorkbookContext): string {
  if (!value) return '';
  if (type === 's') return strings[Number(value)] ?? '';
  if (type === 'b') return value === '1' || value === 'true' ? 'oui' : 'non';
  if (type === 'e') return '';
  if (type === 'd') return value.replace(/T00:00:00.*$/, '').replace('T', ' ');
  if (type === 'n') return writeNumber(value, formats[style] ?? { kind: 'plain' }, epoch1904);
  return unescapeText(value);
}

/** `B12` → 1; null when the reference is missing, as some programs leave it. */
function columnOf(reference: string | undefined): number | null {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0];
  if (!letters) return null;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function columnName(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest ? columnName(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}
