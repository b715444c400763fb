import type { CellValue, ExportRows } from '~/adapters/spreadsheet/cell-value';
import { writeCsv } from '~/adapters/spreadsheet/write-csv';
import { writeXlsx } from '~/adapters/spreadsheet/write-xlsx';

export type SheetFormat = 'csv' | 'xlsx';
export type { CellValue };

const types: Record<SheetFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/**
 * Rows as a file to keep. They are read by pieces and kept as the bytes of the file, not as objects: the transaction that they
 * come from ends with the route, before the last byte has reached a slow connection.
 */
export async function sendSheet(rows: ExportRows, { format, name }: { format: SheetFormat; name: string }): Promise<Response> {
  const encoder = new TextEncoder();
  const pieces: Uint8Array[] = [];
  if (format === 'csv') for await (const piece of writeCsv(rows)) pieces.push(encoder.encode(piece));
  else for await (const piece of writeXlsx(rows)) pieces.push(piece);
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const piece = pieces.shift();
      if (piece) controller.enqueue(piece);
      else controller.close();
    },
  });
  return new Response(body, {
    headers: {
      'Content-Type': types[format],
      'Content-Length': String(pieces.reduce((sum, { byteLength }) => sum + byteLength, 0)),
      'Content-Disposition': `attachment; filename="${name}.${format}"`,
      'Cache-Control': 'private, no-store',
    },
  });
}
