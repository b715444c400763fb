import { monthName } from '~/domain/text/french-date';

/**
 * When something is possible, as one says it: `mai, juin`, `de septembre à juin`, `toute l’année sauf août`; empty when nothing limits
 * it. Months from 1 to 12, in their order.
 */
export function monthsInWords(months: readonly number[]): string {
  if (months.length === 0 || months.length >= 12) return '';
  const missing = Array.from({ length: 12 }, (_, i) => i + 1).filter((month) => !months.includes(month));
  if (missing.length <= 3 && !followOneAnother(missing)) return `toute l’année sauf ${listed(missing)}`;
  if (missing.length === 1) return `toute l’année sauf ${monthName(missing[0]!)}`;
  const first = months.find((month) => !months.includes(month === 1 ? 12 : month - 1));
  if (months.length > 3 && first && followOneAnother(missing)) return `de ${monthName(first)} à ${monthName(((first + months.length - 2) % 12) + 1)}`.replace(/^de (?=[ao])/, 'd’');
  return months.map(monthName).join(', ');
}

const listed = (months: readonly number[]) => [months.slice(0, -1).map(monthName).join(', '), monthName(months.at(-1)!)].filter(Boolean).join(' et ');

/** Round the year: December and January are neighbours. */
const followOneAnother = (months: readonly number[]) => months.filter((month) => !months.includes((month % 12) + 1)).length === 1;
