/** What a cell of an export may hold. Dates are written as ISO 8601 days; null and undefined are empty cells. */
export type CellValue = string | number | boolean | Date | null | undefined;

/** Rows of an export, of any length, possibly read from the database as they are written. */
export type ExportRows = Iterable<readonly CellValue[]> | AsyncIterable<readonly CellValue[]>;

/** A cell as text: `oui`/`non` for booleans, days for dates. */
export function cellText(value: CellValue): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return String(value);
}
