import { files } from '~/adapters/files/chosen-files';
import { readSheet } from '~/adapters/spreadsheet/read-sheet';
import { readEtalab } from '~/adapters/territory/etalab';
import type { ReadRow } from '~/domain/import/facts';
import type { ColumnMapping } from '~/domain/import/fields';
import type { OpenedSheet } from '~/domain/import/keep-sheet.server';
import { organisationsOfFile } from '~/domain/import/organisations-of-file';
import type { FileContent, RefusedLine } from '~/domain/import/plan-import.server';
import { readRow } from '~/domain/import/read-row';
import { recogniseColumns } from '~/domain/import/recognise-columns';
import { createCommuneLookup, type CommuneLookup } from '~/domain/place/commune-lookup';
import { communesFromEtalab, type EtalabCommune } from '~/domain/place/communes-from-etalab';

/** Rows looked at to recognise the columns. */
const SAMPLE = 300;
const ROWS_BETWEEN_REPORTS = 500;

/** Opens a kept file: how it reads, its headers, and what its columns seem to hold. Throws `SheetError` and `FileIsGone`. */
export async function openFile(fileKey: string): Promise<OpenedSheet> {
  const { kind, encoding, separator, sheetName, headers, headerLine, warnings, rows } = await readSheet(await files().path(fileKey));
  const sample: string[][] = [];
  for await (const { cells } of rows) if (sample.push(cells) >= SAMPLE) break;
  return { kind, encoding, separator, sheetName, headers, headerLine, warnings, columns: recogniseColumns(headers, sample) };
}

/** Reads a kept file to its end with the confirmed mapping. Every line ends in an organisation or is refused with its reasons. */
export async function readFile(fileKey: string, mapping: ColumnMapping, report: (lines: number) => Promise<void>): Promise<FileContent> {
  const { rows } = await readSheet(await files().path(fileKey));
  const context = { mapping, communes: communes(), today: new Date().toISOString().slice(0, 10) };
  const accepted: Extract<ReadRow, { ok: true }>[] = [];
  const refused: RefusedLine[] = [];
  let lines = 0;
  for await (const row of rows) {
    lines += 1;
    const read = readRow(row, context);
    if (read.ok) accepted.push(read);
    else refused.push({ line: row.line, label: nameOf(read), cells: row.cells, reasons: read.refused.map(({ reason }) => reason) });
    if (lines % ROWS_BETWEEN_REPORTS === 0) await report(lines);
  }
  return { organisations: organisationsOfFile(accepted), refused, lines };
}

const nameOf = ({ originals, line }: ReadRow) => (originals.name ?? originals.brandName ?? originals.siret ?? `Ligne ${line}`).trim().slice(0, 120) || `Ligne ${line}`;

let lookup: CommuneLookup | undefined;
/** Prepared once a process: 35,000 communes and what they were called before. */
const communes = () => (lookup ??= createCommuneLookup(communesFromEtalab(readEtalab<EtalabCommune>('communes'))));
