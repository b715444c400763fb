import { readFile, stat } from 'node:fs/promises';
import { findHeader, HEADER_DEPTH } from './find-header';
import { openCsv } from './read-csv';
import { recogniseContent } from './recognise-content';
import { sheetLimits, type RawRow, type Separator, type Sheet, type SheetLimits, type SheetRow } from './sheet';
import { SheetError } from './sheet-error';
import { openXlsx } from '~/adapters/spreadsheet/xlsx/open-xlsx';

export { SheetError } from './sheet-error';
export { sheetLimits, type Sheet, type SheetLimits, type SheetRow } from './sheet';

/**
 * Opens a CSV or XLSX file, given by its path or its bytes. What it is is read from its content, never from its name.
 * The header is found here; the rows are read when they are iterated, each time from the start, in bounded memory
 * (the file itself, at most `maxBytes`, and the shared texts of a workbook).
 *
 * Blank rows are skipped. A row shorter than the header is completed with empty cells; one that is longer, or that repeats
 * the header, comes with a `refusal`. Throws `SheetError` (French sentence), here or while iterating.
 */
export async function readSheet(source: string | Uint8Array, options: { limits?: Partial<SheetLimits> } = {}): Promise<Sheet> {
  const limits = { ...sheetLimits, ...options.limits };
  const bytes = await bytesOf(source, limits);
  const opened = recogniseContent(bytes) === 'zip' ? { kind: 'xlsx' as const, ...(await openXlsx(bytes, limits)) } : { kind: 'csv' as const, ...openCsv(bytes) };
  const { rows: rawRows, warnings: noticed = [], ...about } = { warnings: [] as string[], ...opened };
  const first: RawRow[] = [];
  for await (const row of rawRows()) {
    first.push(row);
    if (first.length >= HEADER_DEPTH) break;
  }
  const header = findHeader(first);
  if (first.length < HEADER_DEPTH && !first.some((row) => row.line > header.line && isFilled(row))) {
    throw new SheetError('only-header', 'Ce fichier a des titres de colonnes mais aucune ligne en dessous.');
  }
  return {
    ...about,
    headers: header.headers,
    headerLine: header.line,
    warnings: [...noticed, ...header.warnings],
    rows: { [Symbol.asyncIterator]: () => rowsUnder(header, first, rawRows, limits, opened.kind === 'csv' ? opened.separator : null) },
  };
}

async function* rowsUnder(header: { line: number; headers: string[] }, first: RawRow[], rawRows: () => AsyncIterable<RawRow>, limits: SheetLimits, separator: Separator | null): AsyncGenerator<SheetRow> {
  const titles = first.find((row) => row.line === header.line)?.cells ?? [];
  let count = 0;
  for await (const row of rawRows()) {
    if (row.line <= header.line || !isFilled(row)) continue;
    count += 1;
    if (count > limits.maxRows) {
      throw new SheetError('too-many-rows', `Ce fichier a plus de ${limits.maxRows.toLocaleString('fr-FR')} lignes. Partagez-le en plusieurs fichiers.`);
    }
    const fit = fitted(row, header.headers.length, titles);
    const swallowed = separator && !fit.refusal ? swallowedLines(fit, separator) : 0;
    if (swallowed) fit.refusal = `Un guillemet ouvert à cette ligne avale ${swallowed} autre${swallowed > 1 ? 's' : ''} ligne${swallowed > 1 ? 's' : ''} du fichier. Corrigez-le, puis choisissez de nouveau le fichier.`;
    yield fit;
  }
}

/** Brings a row to the width of the header. */
function fitted({ line, cells, notes }: RawRow, width: number, titles: readonly string[]): SheetRow {
  const extra = cells.slice(width).filter((cell) => cell.trim());
  const row: SheetRow = { line, cells: cells.slice(0, width) };
  while (row.cells.length < width) row.cells.push('');
  if (notes?.length) row.notes = notes;
  if (extra.length) {
    row.refusal = `Cette ligne a ${width + extra.length} cellules pour ${width} titres : un séparateur est sans doute de trop, ou des guillemets manquent.`;
  } else if (row.cells.every((cell, i) => cell.trim() === (titles[i] ?? '').trim())) {
    row.refusal = 'Cette ligne répète les titres des colonnes.';
  }
  return row;
}

/** How many whole rows stand inside one cell: the trace of a quote that was opened and not closed in its own row. */
function swallowedLines({ cells }: SheetRow, separator: Separator): number {
  const enough = Math.max(2, Math.floor((cells.length - 1) / 2));
  return cells.reduce((sum, cell) => sum + (cell.includes('\n') ? cell.split('\n').slice(1).filter((line) => line.split(separator).length > enough).length : 0), 0);
}

function isFilled(row: RawRow): boolean {
  return row.cells.some((cell) => cell.trim() !== '');
}

async function bytesOf(source: string | Uint8Array, limits: SheetLimits): Promise<Buffer> {
  const size = typeof source === 'string' ? (await stat(source)).size : source.byteLength;
  if (size > limits.maxBytes) {
    const megabytes = (bytes: number) => Math.ceil(bytes / 1024 / 1024);
    throw new SheetError('too-big', `Ce fichier pèse ${megabytes(size)} Mo : la limite est de ${megabytes(limits.maxBytes)} Mo. Partagez-le en plusieurs fichiers.`);
  }
  if (typeof source === 'string') return readFile(source);
  return Buffer.from(source.buffer, source.byteOffset, source.byteLength);
}
