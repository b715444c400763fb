import { files } from '~/adapters/files/chosen-files';
import { readSheet } from '~/adapters/spreadsheet/read-sheet';
import { readEtalab } from '~/adapters/territory/etalab';
import type { MappedColumns } from '~/domain/import/column-vocabulary';
import type { ImportedThing } from '~/domain/import/imported-thing';
import type { OpenedSheet } from '~/domain/import/keep-sheet.server';
import type { FileContent, RefusedLine } from '~/domain/import/plan-items.server';
import { recogniseColumns } from '~/domain/import/recognise-columns';
import { createCommuneLookup, type CommuneLookup } from '~/domain/place/commune-lookup';
import { communesFromEtalab, type EtalabCommune } from '~/domain/place/communes-from-etalab';
import { parisDay } from '~/domain/text/paris-day';

/** Rows looked at to recognise the columns. */
const SAMPLE = 300;
const ROWS_BETWEEN_REPORTS = 500;

/** Opens a kept file: how it reads, its headers, and what its columns seem to hold. Throws `SheetError` and `FileIsGone`. */
export async function openFile(fileKey: string, { vocabulary }: Pick<ImportedThing, 'vocabulary'>): Promise<OpenedSheet> {
  const { kind, encoding, separator, sheetName, headers, headerLine, warnings, rows } = await readSheet(await files().path(fileKey));
  const sample: string[][] = [];
  for await (const { cells } of rows) if (sample.push(cells) >= SAMPLE) break;
  return { kind, encoding, separator, sheetName, headers, headerLine, warnings, columns: recogniseColumns<string>(headers, sample, vocabulary) };
}

/** Reads a kept file to its end with the confirmed mapping. Every line ends in a thing or is refused with its reasons. */
export async function readFile<Row, Thing>(fileKey: string, { read, gather }: Pick<ImportedThing<Row, Thing>, 'read' | 'gather'>, mapping: MappedColumns, report: (lines: number) => Promise<void>): Promise<FileContent<Thing>> {
  const { rows } = await readSheet(await files().path(fileKey));
  const context = { mapping, communes: communes(), today: parisDay(new Date()) };
  const accepted: Row[] = [];
  const refused: RefusedLine[] = [];
  let lines = 0;
  for await (const row of rows) {
    lines += 1;
    const answer = read(row, context);
    if (answer.ok) accepted.push(answer.row);
    else refused.push(answer.refused);
    if (lines % ROWS_BETWEEN_REPORTS === 0) await report(lines);
  }
  return { things: gather(accepted), refused, lines };
}

let lookup: CommuneLookup | undefined;
/** Prepared once a process: 35,000 communes and what they were called before. */
const communes = () => (lookup ??= createCommuneLookup(communesFromEtalab(readEtalab<EtalabCommune>('communes'))));
