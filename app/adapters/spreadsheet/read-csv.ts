import { parse } from 'csv-parse';
import { Readable } from 'node:stream';
import { decodeText, findEncoding } from './decode-text';
import { findSeparator } from './find-separator';
import { withoutGuard } from './neutralise-formula';
import type { Encoding, RawRow, Separator } from './sheet';
import { SheetError } from './sheet-error';

/** Longest row accepted, in characters: beyond, a quote was left open and would swallow the rest of the file. */
const LONGEST_ROW = 1_000_000;

export type OpenedCsv = { encoding: Encoding; separator: Separator; rows: () => AsyncGenerator<RawRow> };

/** Opens a CSV held in memory: finds its encoding and separator, and reads its rows on demand. */
export function openCsv(bytes: Buffer): OpenedCsv {
  const { encoding, bom } = findEncoding(bytes);
  const sample = firstText(bytes, encoding, bom);
  // Excel understands a first line "sep=;": it is an instruction, not a row.
  const told = /^sep=([;,|\t])\r?\n/i.exec(sample);
  const separator = (told?.[1] as Separator | undefined) ?? findSeparator(sample);
  return { encoding, separator, rows: () => rowsOf(bytes, encoding, bom, separator, Boolean(told)) };
}

async function* rowsOf(bytes: Buffer, encoding: Encoding, bom: number, separator: Separator, hasHint: boolean): AsyncGenerator<RawRow> {
  const parser = parse({
    delimiter: separator,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: LONGEST_ROW,
  });
  const source = Readable.from(decodeText(bytes, encoding, bom), { objectMode: true });
  source.on('error', (error) => parser.destroy(error));
  source.pipe(parser);
  let line = 0;
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      line += 1;
      if (hasHint && line === 1) continue;
      yield toRow(line, record);
    }
  } catch (error) {
    throw readable(error, ((error as { records?: number }).records ?? line) + 1);
  } finally {
    source.destroy();
    parser.destroy();
  }
}

function toRow(line: number, record: string[]): RawRow {
  let hadNul = false;
  const cells = record.map((cell) => {
    const plain = cell.includes('\u0000') ? ((hadNul = true), cell.replaceAll('\u0000', '')) : cell;
    return withoutGuard(plain);
  });
  return hadNul ? { line, cells, notes: ['Des caractères invisibles (octets nuls) ont été retirés de cette ligne.'] } : { line, cells };
}

function readable(error: unknown, line: number): unknown {
  const code = (error as { code?: unknown }).code;
  if (code === 'CSV_QUOTE_NOT_CLOSED' || code === 'CSV_MAX_RECORD_SIZE') {
    return new SheetError('open-quote', `Un guillemet ouvert à la ligne ${line} n’est jamais refermé. Corrigez cette ligne, puis choisissez de nouveau le fichier.`);
  }
  if (typeof code === 'string' && code.startsWith('CSV_')) {
    return new SheetError('damaged', `La ligne ${line} ne se lit pas. Ouvrez le fichier dans un tableur, vérifiez cette ligne et enregistrez de nouveau.`);
  }
  return error;
}

function firstText(bytes: Buffer, encoding: Encoding, bom: number): string {
  for (const piece of decodeText(bytes.subarray(0, 64 * 1024 + bom), encoding, bom)) return piece;
  return '';
}
