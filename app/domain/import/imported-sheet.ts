import { inGuillemets } from '~/domain/text/in-guillemets';
import { problemsOfMapping, type ColumnVocabulary, type MappedColumns } from './column-vocabulary';
import type { RecognisedColumn } from './recognise-columns';

/** What is kept of a file once it was opened: how it reads, its columns, and what we think each holds. */
export type ImportedSheet = {
  kind: 'csv' | 'xlsx';
  encoding?: string;
  separator?: string;
  sheetName?: string;
  headers: string[];
  headerLine: number;
  /** Sentences about the whole file. */
  warnings: string[];
  columns: RecognisedColumn<string>[];
  fingerprint: string;
  /** The agency mapped a file of this shape before: its choice was taken. */
  isRemembered: boolean;
};

/** Must a person look at the columns before the file is used? Where a wrong guess would do harm: who it is. */
export function needsAPerson(columns: readonly RecognisedColumn<string>[], mapping: MappedColumns, vocabulary: ColumnVocabulary): boolean {
  if (problemsOfMapping(mapping, vocabulary).length > 0) return true;
  const { identity } = vocabulary;
  return columns.some(({ field, confidence }) => confidence === 'likely' && identity.includes(field)) || columns.some(({ confidence, examples }) => confidence === 'unknown' && examples.length > 0);
}

const encodings: Record<string, string> = { 'utf-8': 'UTF-8', 'utf-16le': 'UTF-16', 'utf-16be': 'UTF-16', 'windows-1252': 'Windows-1252' };
const separators: Record<string, string> = { ';': 'point-virgule', ',': 'virgule', '\t': 'tabulation', '|': 'barre verticale' };

/** `CSV, Windows-1252, point-virgule` or `Excel, feuille « Partenaires »`. */
export function saySheet({ kind, encoding, separator, sheetName }: ImportedSheet): string {
  if (kind === 'xlsx') return sheetName ? `Classeur Excel, feuille ${inGuillemets(sheetName)}` : 'Classeur Excel';
  return ['CSV', encodings[encoding ?? ''], separators[separator ?? '']].filter(Boolean).join(', ');
}
