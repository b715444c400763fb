import type { Ctx } from '~/access/context';
import { notFound } from '~/domain/errors';
import { momentOf } from '~/domain/text/french-date';
import { labelsOf } from './labels-of.server';
import { notYetThere, readPoint, type TypedPoint } from './point-in-time';
import { entriesAfter, rewind, type PointInTime } from './rewind';
import { sayRecord, type SaidRecord } from './say-record';
import { entriesSince, exchangesShown, mostEntries, ofRecord, rowsToday } from './trail.server';
import { watchedRecord, type WatchedRecord } from './watched-record.server';

export type AskedRecord = { typed: TypedPoint; /** An entry of the history: the record just before that change. */ before: string | null };
export type RecordAt = { errors: Record<string, string>; beganAt: Date; importEntryId: string | null; /** "3 mars 2026 à 10 h 00". */ said: string; isNow: boolean; record: SaidRecord | null };

export const tooManyChanges = `Plus de ${mostEntries.toLocaleString('fr-FR')} changements ont eu lieu depuis : choisissez une date plus proche.`;

/**
 * A partner's record as it was at a moment, or just before a change of its history: today's rows with what came after undone from
 * the newest to the oldest, behind the walls of who asks. What is wrong with the moment is said by field (`date`, `time`). Throws
 * `notFound`. Four queries, whatever the history; at most `mostEntries` changes are undone.
 */
export async function recordAt(ctx: Ctx, partnershipId: string | undefined, asked: AskedRecord): Promise<RecordAt> {
  const watched = await watchedRecord(ctx, partnershipId);
  const point = pointOf(asked, watched, ctx.now);
  const found = { beganAt: watched.beganAt, importEntryId: watched.importEntryId, said: '', isNow: false, errors: {}, record: null };
  if ('errors' in point) return { ...found, errors: point.errors };
  const state = await rowsAt(ctx, watched, point.at);
  if (!state) return { ...found, errors: { date: tooManyChanges } };
  const change = asked.before ? state.entries.find(({ id }) => id === asked.before) : undefined;
  if (asked.before && !change) throw notFound('Ce changement n’est pas dans l’historique de cette fiche.');
  const { labels } = await labelsOf(ctx, [...state.rows.values()]);
  const record = sayRecord(state.rows, labels, state.otherExchanges, exchangesShown);
  return { ...found, said: change ? momentOf(change.at) : point.said, isNow: point.isNow, record, errors: record ? {} : { date: notYetThere(watched.beganAt) } };
}

/** The rows of a record at a moment: all of it, but of the exchanges that nobody touched since only the latest. Null beyond `mostEntries`. */
export async function rowsAt(ctx: Ctx, watched: WatchedRecord, point: PointInTime) {
  const entries = await entriesSince(ctx, watched, point);
  if (!entries) return null;
  const { rows, otherExchanges } = await rowsToday(ctx, watched, entries);
  return { entries, rows: ofRecord(rewind(rows, entriesAfter(entries, point)), watched.id), otherExchanges };
}

type ReadPointInTime = { at: PointInTime; said: string; isNow: boolean } | { errors: Record<string, string> };

function pointOf({ typed, before }: AskedRecord, watched: WatchedRecord, now: Date): ReadPointInTime {
  if (before) return /^\d{1,18}$/.test(before) ? { at: { before }, said: '', isNow: false } : { errors: { date: 'Ce changement n’existe pas : choisissez un jour.' } };
  const read = readPoint(typed, 'end', now);
  if (!read.ok) return { errors: { [read.field]: read.sentence } };
  return read.at < watched.beganAt ? { errors: { date: notYetThere(watched.beganAt) } } : { at: { at: read.at }, said: read.said, isNow: read.isNow };
}
