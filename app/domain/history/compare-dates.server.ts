import type { Ctx } from '~/access/context';
import { notFound } from '~/domain/errors';
import { momentOf } from '~/domain/text/french-date';
import { labelsOf } from './labels-of.server';
import { netChanges, sayNetChanges, type Subject } from './net-changes';
import { tooManyChanges } from './record-at.server';
import { entriesAfter, keyOf, rewind, type Rows } from './rewind';
import type { CurrentRow } from './say-history';
import { entriesSince, ofRecord, rowsToday } from './trail.server';
import { endBeforeBeginning, readTwoDates, type AskedDates } from './two-dates';
import { watchedRecord } from './watched-record.server';

export type ComparedDates = { errors: Record<string, string>; name: string; /** "le 3 mars 2026 en début de journée". */ saidFrom: string; saidTo: string; /** Null: nothing was asked, or not well. */ subjects: Subject[] | null };

/**
 * What differs on a record between two moments; a moment left empty is today. What is wrong with them is said by field (`du`,
 * `du-heure`, `au`, `au-heure`). Throws `notFound`. Four queries.
 */
export async function compareDates(ctx: Ctx, partnershipId: string | undefined, asked: AskedDates): Promise<ComparedDates> {
  const watched = await watchedRecord(ctx, partnershipId);
  const dates = readTwoDates(asked, watched.beganAt, ctx.now);
  const entries = dates?.ok ? await entriesSince(ctx, watched, dates.from) : [];
  const today = await rowsToday(ctx, watched, entries ?? []);
  const refused = (errors: Record<string, string>): ComparedDates => ({ errors, name: String(today.rows.get(`organisation ${watched.organisationId}`)?.row.name ?? ''), saidFrom: '', saidTo: '', subjects: null });
  if (!dates) return refused({});
  if (!dates.ok) return refused(dates.errors);
  if (!entries) return refused({ du: tooManyChanges });
  const change = asked.before ? entries.find(({ id }) => id === asked.before) : undefined;
  if (asked.before && !change) throw notFound('Ce changement n’est pas dans l’historique de cette fiche.');
  if (change && change.at > dates.to) return refused({ au: endBeforeBeginning });

  const sinceFrom = entriesAfter(entries, dates.from);
  const later = ofRecord(rewind(today.rows, entriesAfter(entries, { at: dates.to })), watched.id);
  const earlier = ofRecord(rewind(today.rows, sinceFrom), watched.id);
  const changes = netChanges(underOneKey(earlier, watched.organisationId), underOneKey(later, watched.organisationId));
  const words = await labelsOf(ctx, changes.flatMap(({ table, rowKey, from, to }) => [from, to, partsOfKey(rowKey)].map((row) => ({ table, row }))));
  const current = [...today.rows].map(([key, one]): CurrentRow => ({ ...one, version: today.versions.get(key) ?? 0 }));
  const subjects = sayNetChanges(changes, sinceFrom, { agencyId: ctx.actor.missionLocaleId, people: new Map(), ...words, current });
  return { ...refused({}), saidFrom: change ? `juste avant le changement du ${momentOf(change.at)}` : dates.saidFrom, saidTo: dates.saidTo, subjects };
}

/** A record that the platform took to another organisation in between: the facts of both are compared one by one. */
const underOneKey = (rows: Rows, organisationId: string): Rows =>
  new Map([...rows].map(([key, one]) => (one.table === 'organisation' ? [keyOf('organisation', organisationId), { ...one, rowKey: organisationId, row: { ...one.row, id: organisationId } }] : [key, one])));

/** Some lines are about what their row's key names: a form, a file. */
const partsOfKey = (rowKey: string) => ({ form_id: rowKey.split('/')[1], file_id: rowKey.split('/')[1] });
