import { formerNames, historyTableNames, type HistoryTable } from './history-fields';
import { rowKeyOf } from './record-tables';

export type Row = Record<string, unknown>;
/** An entry of the audit trail as far as undoing it goes: an insert needs its key only, the others what was before. */
export type TrailEntry = { id: string; at: Date; transactionId: string; table: string; rowKey: string; operation: 'I' | 'U' | 'D'; before: Row | null };
export type RecordRow = { table: HistoryTable; rowKey: string; row: Row };
export type Rows = ReadonlyMap<string, RecordRow>;

/** A moment, or just before the change that an entry belongs to. */
export type PointInTime = { at: Date } | { before: string };

export const keyOf = (table: string, rowKey: string) => `${table} ${rowKey}`;
export const rowsOf = (rows: readonly { table: HistoryTable; row: Row }[]): Rows =>
  new Map(rows.map(({ table, row }) => { const rowKey = rowKeyOf(table, row); return [keyOf(table, rowKey), { table, rowKey, row }]; }));

/**
 * The entries that came after a moment, the newest first. A transaction counts whole, at the time of its last entry: half of what
 * somebody did at once was never seen by anybody. Two transactions on one row follow each other, so that none is cut.
 */
export function entriesAfter(entries: readonly TrailEntry[], point: PointInTime): TrailEntry[] {
  const last = new Map<string, TrailEntry>();
  for (const entry of entries) if (isNewer(entry, last.get(entry.transactionId))) last.set(entry.transactionId, entry);
  const target = 'before' in point ? last.get(entries.find(({ id }) => id === point.before)?.transactionId ?? '') : undefined;
  if ('before' in point && !target) return [];
  const isAfter = ({ transactionId }: TrailEntry) => {
    const end = last.get(transactionId)!;
    return 'at' in point ? end.at.getTime() > point.at.getTime() : !isNewer(target!, end);
  };
  return entries.filter(isAfter).sort((a, b) => (isNewer(a, b) ? -1 : 1));
}

const isNewer = (one: TrailEntry, other: TrailEntry | undefined) => other === undefined || BigInt(one.id) > BigInt(other.id);

/**
 * Rows as they were before the entries, which come the newest first: what was inserted goes, what was deleted comes back whole, what
 * was changed takes its former columns. Tables are named as today; a column that did not exist yet is empty.
 */
export function rewind(rows: Rows, undone: readonly TrailEntry[]): Rows {
  const past = new Map(rows);
  for (const { table: written, rowKey, operation, before } of undone) {
    const table = presentName(written);
    if (!table) continue;
    const key = keyOf(table, rowKey);
    const row = past.get(key)?.row;
    if (operation === 'I') past.delete(key);
    else if (operation === 'D') past.set(key, { table, rowKey, row: whole(table, before ?? {}) });
    else if (row) past.set(key, { table, rowKey, row: { ...row, ...before } });
  }
  return past;
}

const presentNames = new Map(Object.entries(formerNames).map(([today, former]) => [former, today as HistoryTable]));

/** A table under the name it has today; null for one that is no part of the record. */
export function presentName(table: string): HistoryTable | null {
  const name = presentNames.get(table) ?? (table as HistoryTable);
  return historyTableNames.includes(name) ? name : null;
}

/** A row that was deleted when its table had fewer columns: notes had no kind and happened when they were written. */
function whole(table: HistoryTable, row: Row): Row {
  return table === 'interaction' ? { kind: 'note', direction: null, outcome_id: null, happened_at: row.created_at, is_pinned: false, ...row } : row;
}
