import { addDays, daysBetween } from '~/domain/text/paris-day';
import type { AgreementRenewal } from '#prisma';

export type Renewal = AgreementRenewal;

/** What happens at its end when nobody says anything. */
export const renewals = {
  none: { label: 'Sans reconduction', says: 'elle s’arrête à sa date de fin' },
  tacit: { label: 'Tacite reconduction', says: 'elle continue si personne ne s’y oppose avant le préavis' },
  express: { label: 'Reconduction expresse', says: 'elle continue si les parties le signent' },
} as const satisfies Record<Renewal, { label: string; says: string }>;

export const renewalNames = Object.keys(renewals) as Renewal[];

/** The fields of an agreement with their labels, in the order in which they are read. */
export const agreementFields = [
  { field: 'title', label: 'Titre' },
  { field: 'startsOn', label: 'Commence le' },
  { field: 'endsOn', label: 'Se termine le' },
  { field: 'signedOn', label: 'Signée le' },
  { field: 'renewal', label: 'Reconduction' },
  { field: 'noticeDays', label: 'Préavis en jours' },
  { field: 'comment', label: 'Commentaire' },
] as const;

/** The days from today to the last day covered; negative once it is over, null without an end. Days are `YYYY-MM-DD`. */
export const daysLeft = (endsOn: string | null, today: string): number | null => (endsOn === null ? null : daysBetween(today, endsOn));

/** When one must have spoken, if it renews by itself and asks for a notice. */
export function noticeDay({ renewal, endsOn, noticeDays }: { renewal: Renewal; endsOn: string | null; noticeDays: number | null }): string | null {
  return renewal === 'tacit' && endsOn && noticeDays ? addDays(endsOn, -noticeDays) : null;
}

/**
 * The dates of the next agreement: it begins the day after the last one covered, and lasts as long, whole months when the
 * first did (1 January to 31 December gives the next year, leap or not). Without an end, it begins today and has none.
 */
export function nextDates({ startsOn, endsOn }: { startsOn: string | null; endsOn: string | null }, today: string): { startsOn: string; endsOn: string | null } {
  if (!endsOn) return { startsOn: today, endsOn: null };
  const begins = addDays(endsOn, 1);
  if (!startsOn) return { startsOn: begins, endsOn: null };
  const months = wholeMonths(startsOn, begins);
  return { startsOn: begins, endsOn: addDays(months === null ? addDays(begins, daysBetween(startsOn, begins)) : monthsAfter(begins, months), -1) };
}

/** Whole months between two days of the same date (`2026-02-04` to `2027-02-04`: 12), else null. */
function wholeMonths(from: string, to: string): number | null {
  const [[y1, m1, d1], [y2, m2, d2]] = [partsOf(from), partsOf(to)];
  return d1 === d2 ? (y2 - y1) * 12 + (m2 - m1) : null;
}

/** The same date so many months later; the last of the month when that date does not exist. */
function monthsAfter(day: string, months: number): string {
  const [year, month, date] = partsOf(day);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

function partsOf(day: string): [year: number, month: number, date: number] {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return [year, month, date];
}
