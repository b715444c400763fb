import { notYetThere, readPoint, type ReadPoint, type TypedPoint } from './point-in-time';
import type { PointInTime } from './rewind';

export type AskedDates = { from: TypedPoint; to: TypedPoint; /** An entry of the history: from just before that change. */ before: string | null };
export type TwoDates = { ok: true; from: PointInTime; to: Date; /** "le 3 mars 2026 en début de journée". */ saidFrom: string; saidTo: string } | { ok: false; errors: Record<string, string> };

export const endBeforeBeginning = 'La fin est avant le début : vérifiez les deux dates.';

/**
 * The two moments between which a record is compared; null when nothing is asked. A moment left empty is today, so that one date is
 * compared with today wherever it was typed. What is wrong is said by field (`du`, `du-heure`, `au`, `au-heure`).
 */
export function readTwoDates({ from, to, before }: AskedDates, beganAt: Date, now: Date): TwoDates | null {
  if (before) return readEnd({ from: /^\d{1,18}$/.test(before) ? { before } : null, saidFrom: '' }, to, now);
  if (isEmpty(from)) return isEmpty(to) ? null : sinceOneDate(to, beganAt, now);
  const start = readPoint(from, 'start', now);
  if (!start.ok) return { ok: false, errors: { ...errorOf(start, 'du'), ...(isEmpty(to) ? {} : errorOf(readPoint(to, 'end', now), 'au')) } };
  // The day on which the record came counts, though it came after its first minute.
  const whole = readPoint(from, 'end', now);
  if (whole.ok && whole.at < beganAt) return { ok: false, errors: { du: notYetThere(beganAt) } };
  return readEnd({ from: { at: new Date(start.at.getTime() - 1) }, saidFrom: withArticle(start) }, to, now);
}

function readEnd({ from, saidFrom }: { from: PointInTime | null; saidFrom: string }, to: TypedPoint, now: Date): TwoDates {
  if (!from) return { ok: false, errors: { du: 'Ce changement n’existe pas : choisissez un jour.' } };
  const end = isEmpty(to) ? null : readPoint(to, 'end', now);
  if (end && !end.ok) return { ok: false, errors: errorOf(end, 'au') };
  if (end && 'at' in from && end.at < from.at) return { ok: false, errors: { au: endBeforeBeginning } };
  return { ok: true, from, to: end?.at ?? now, saidFrom, saidTo: end ? withArticle(end) : 'aujourd’hui' };
}

/** The second field alone: from the end of that day to today. */
function sinceOneDate(typed: TypedPoint, beganAt: Date, now: Date): TwoDates {
  const point = readPoint(typed, 'end', now);
  if (!point.ok) return { ok: false, errors: errorOf(point, 'au') };
  if (point.at < beganAt) return { ok: false, errors: { au: notYetThere(beganAt) } };
  return { ok: true, from: { at: point.at }, to: now, saidFrom: withArticle(point), saidTo: 'aujourd’hui' };
}

const isEmpty = ({ date, time }: TypedPoint) => !date.trim() && !time.trim();
const withArticle = ({ said }: Extract<ReadPoint, { ok: true }>) => (/^\d/.test(said) ? `le ${said}` : said);
const errorOf = (point: ReadPoint, name: string): Record<string, string> => (point.ok ? {} : { [point.field === 'date' ? name : `${name}-heure`]: point.sentence });
