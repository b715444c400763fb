import type { Side } from '~/domain/merge/compare-records';
import type { MovedTable } from './hanging-on-organisation';

type Row = Record<string, unknown>;

/** What undoing a merge of two organisations needs; kept as long as it can be undone (app/domain/merge/merge-journal.ts says how long). */
export type OrganisationJournal = {
  choices: Record<string, Side>;
  /** Columns of the kept organisation that the merge wrote. */
  kept: { before: Row; after: Row };
  /** Columns of the double: its mark, the SIRET that it gave, what it hung on. */
  merged: { before: Row; after: Row };
  /** The double as the merge left it: what agencies wrote on it since is told by the difference. */
  mergedRow: Row;
  /** Ids of the rows that changed organisation. */
  moved: Partial<Record<MovedTable, string[]>>;
};
