/** One row under the header. `line` is the row's number in the spreadsheet (the header's own row counted, the first is 1). */
export type SheetRow = {
  line: number;
  /** As many cells as there are headers. */
  cells: string[];
  /** Why this row cannot be used, as a French sentence; its cells are then what was read. */
  refusal?: string;
  /** What was put right in this row, as French sentences. */
  notes?: string[];
};

/** A file opened: its headers are known, its rows are read when they are asked for, as often as they are. */
export type Sheet = {
  kind: 'csv' | 'xlsx';
  /** CSV only. */
  encoding?: Encoding;
  /** CSV only. */
  separator?: Separator;
  /** XLSX only: the name of the sheet that is read. */
  sheetName?: string;
  headers: string[];
  /** The row that holds the headers. */
  headerLine: number;
  rows: AsyncIterable<SheetRow>;
  /** What a person should know about the whole file, as French sentences. */
  warnings: string[];
};

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
export type Separator = ';' | ',' | '\t' | '|';

/** A row before the header is known: its number, its cells as texts, what was put right. */
export type RawRow = { line: number; cells: string[]; notes?: string[] };

export type SheetLimits = {
  /** Largest file, in bytes. */
  maxBytes: number;
  /** Most rows under the header. */
  maxRows: number;
  /** XLSX: most bytes that the parts read may take once unzipped. */
  maxInflatedBytes: number;
  /** XLSX: largest ratio of unzipped to zipped bytes of a part. */
  maxInflation: number;
};

/** What the product accepts: 50 MB and 200,000 rows, with room for a header and blank rows. */
export const sheetLimits: SheetLimits = {
  maxBytes: 50 * 1024 * 1024,
  maxRows: 200_000,
  maxInflatedBytes: 400 * 1024 * 1024,
  maxInflation: 200,
};
