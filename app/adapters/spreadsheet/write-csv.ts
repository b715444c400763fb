import { cellText, type CellValue, type ExportRows } from './cell-value';
import { neutraliseFormula } from './neutralise-formula';

const CHUNK = 64 * 1024;

/**
 * Writes rows as a CSV that Excel opens rightly in France: UTF-8 with a byte-order mark, `;`, CRLF, decimal comma. Cells that
 * a spreadsheet would run as formulas are neutralised (see `neutraliseFormula`). Give the header as the first row.
 */
export async function* writeCsv(rows: ExportRows): AsyncGenerator<string> {
  let pending = '\uFEFF';
  for await (const row of rows) {
    pending += `${row.map(csvCell).join(';')}\r\n`;
    if (pending.length < CHUNK) continue;
    yield pending;
    pending = '';
  }
  if (pending) yield pending;
}

function csvCell(value: CellValue): string {
  const text = typeof value === 'number' ? String(value).replace('.', ',') : neutraliseFormula(cellText(value));
  return /[";\r\n]/.test(text) || /^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
