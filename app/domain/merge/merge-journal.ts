import type { RowTable, ValueTable } from './attached-tables';
import type { Side } from './compare-records';

type Row = Record<string, unknown>;

/** For how long a merge can be undone. */
export const undoDays = 90;

/** What undoing a merge needs: keys of what moved, and values before and after of what was replaced. */
export type MergeJournal = {
  choices: Record<string, Side>;
  /** Columns of the kept record that the merge changed. */
  partnership: { before: Row; after: Row };
  organisation: { id: string; before: Row; after: Row };
  /** Columns of the other organisation: its SIRET when it gave it, the mark that it is a double. */
  mergedOrganisation: { id: string; before: Row; after: Row };
  moved: Partial<Record<RowTable | ValueTable, string[]>>;
  /** Lines of engagement of the kept record that took the other's words. */
  engagements: { formId: string; before: Row; after: Row }[];
  /** Contacts that were to be called first on the other record. */
  mains: string[];
  /** Organisations that hung on the other one. */
  children: string[];
};

/** The last instant at which a merge of that day can be undone. */
export const undoableUntil = (mergedAt: Date) => new Date(mergedAt.getTime() + undoDays * 86_400_000);

export const isUndoable = ({ createdAt, undoneAt }: { createdAt: Date; undoneAt: Date | null }, now: Date) => undoneAt === null && now < undoableUntil(createdAt);

/**
 * What becomes of one group of columns when the merge is undone: back to what it was when nobody touched it since; otherwise it
 * stays as somebody put it.
 */
export function columnsBack(groups: readonly (readonly string[])[], { before, after }: { before: Row; after: Row }, current: Row, same: (a: unknown, b: unknown) => boolean): { back: Row; edited: string[][] } {
  const back: Row = {};
  const edited: string[][] = [];
  for (const group of groups) {
    const changed = group.filter((column) => column in after);
    if (changed.length === 0) continue;
    if (changed.every((column) => same(current[column], after[column]))) for (const column of changed) back[column] = before[column] ?? null;
    else edited.push([...changed]);
  }
  return { back, edited };
}
