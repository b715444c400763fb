import { sameFact } from '~/domain/partner/shared-facts';
import { historyField, historyTables, subjects, type HistoryTable } from './history-fields';
import { partOf } from './record-tables';
import { keyOf, presentName, type RecordRow, type Row, type Rows, type TrailEntry } from './rewind';
import { linesOf, type AuditEntry, type CurrentRow, type HistoryLine, type Sayings } from './say-history';

export type NetLine = HistoryLine & { verb: 'added' | 'changed' | 'removed' };
export type Subject = { title: string; lines: NetLine[]; /** Lines that are not shown. */ more: number };
export type NetChange = { table: HistoryTable; rowKey: string; verb: NetLine['verb']; from: Row | null; to: Row | null };

/** Lines of one subject that a page shows: further, one looks at a shorter time. */
const mostLines = 100;

/** A deleted row is kept for the way back: for a person it is gone. */
const isThere = (one: RecordRow | undefined): one is RecordRow => one !== undefined && !one.row.deleted_at && !one.row.removed_at;

/**
 * What differs between two moments, row by row, whatever happened in between. What hangs on a row that came or went is said by that row.
 */
export function netChanges(from: Rows, to: Rows): NetChange[] {
  const changes = [...new Set([...from.keys(), ...to.keys()])].flatMap((key): NetChange[] => {
    const [old, now] = [from.get(key), to.get(key)];
    const { table, rowKey } = (now ?? old)!;
    const [was, is] = [isThere(old), isThere(now)];
    if (was && is) return Object.keys(historyTables[table]).some((column) => !sameFact(old!.row[column], now!.row[column])) ? [{ table, rowKey, verb: 'changed', from: old!.row, to: now!.row }] : [];
    if (was) return [{ table, rowKey, verb: 'removed', from: old!.row, to: null }];
    return is ? [{ table, rowKey, verb: 'added', from: null, to: now!.row }] : [];
  });
  const whole = new Set(changes.filter(({ verb }) => verb !== 'changed').map(({ table, rowKey }) => `${table} ${rowKey}`));
  return changes.filter(({ table, rowKey }) => !partOf[table] || !whole.has(`${partOf[table]} ${rowKey.split('/')[0]}`));
}

/**
 * The changes in French, by subject. `since` are the entries after the first moment, the newest first: putting a value back goes by
 * the entry that holds the value of that moment, as in the history.
 */
export function sayNetChanges(changes: readonly NetChange[], since: readonly TrailEntry[], sayings: Sayings): Subject[] {
  const entries = new Map<string, TrailEntry[]>();
  for (const entry of since) {
    const key = keyOf(presentName(entry.table) ?? entry.table, entry.rowKey);
    entries.set(key, [...(entries.get(key) ?? []), entry]);
  }
  const lines = changes.map((change) => ({ table: change.table, lines: linesOfChange(change, entries.get(keyOf(change.table, change.rowKey)) ?? [], sayings) }));
  return subjects
    .map(({ title, tables }) => ({ title, lines: tables.flatMap((table) => lines.filter((one) => one.table === table).flatMap((one) => one.lines)) }))
    .filter((subject) => subject.lines.length > 0)
    .map(({ title, lines: all }) => ({ title, lines: all.slice(0, mostLines), more: Math.max(0, all.length - mostLines) }));
}

function linesOfChange(change: NetChange, entries: readonly TrailEntry[], sayings: Sayings): NetLine[] {
  const { table, rowKey, verb, from, to } = change;
  const entry = (id: string | undefined, more: Pick<AuditEntry, 'operation' | 'before' | 'after'>): AuditEntry =>
    ({ id: id ?? `${table}.${rowKey}`, at: new Date(0), transactionId: '', actorId: null, agencyId: null, table, rowKey, isImport: false, ...more });
  const withWayBack = (line: HistoryLine): NetLine => ({ ...line, key: `${rowKey} ${line.key}`, verb, restore: line.restore && /^\d+$/.test(line.restore.entryId) ? line.restore : null });

  if (verb === 'changed') {
    return Object.keys(historyTables[table]).filter((column) => !sameFact(from?.[column], to?.[column])).flatMap((column) => {
      // The oldest entry since then that changed it holds what it was.
      const first = entries.findLast(({ operation, before }) => operation === 'U' && before !== null && column in before);
      return linesOf(entry(first?.id, { operation: 'U', before: { [column]: from?.[column] ?? null }, after: { [column]: to?.[column] ?? null } }), sayings);
    }).map(withWayBack);
  }
  const operation = verb === 'added' ? 'I' : 'D';
  const same = entries.find((one) => one.operation === operation);
  const lines = linesOf(entry(same?.id, { operation, before: from, after: to }), sayings).map(withWayBack);
  const deleted = entries.find(({ operation: one, before }) => verb === 'removed' && one === 'U' && before !== null && 'deleted_at' in before && before.deleted_at === null);
  if (!deleted || !historyField(table, 'deleted_at')) return lines;
  const [undo] = linesOf(entry(deleted.id, { operation: 'U', before: { deleted_at: null }, after: { deleted_at: versionOf(change, sayings.current)?.row.deleted_at ?? null } }), sayings);
  return lines.map((line) => ({ ...line, restore: undo?.restore ?? null }));
}

const versionOf = ({ table, rowKey }: NetChange, current: readonly CurrentRow[]) => current.find((one) => one.table === table && one.rowKey === rowKey);
