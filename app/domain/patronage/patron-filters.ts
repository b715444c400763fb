import { pageNumber } from '~/domain/text/page-number';
import { patronageKindNames, type PatronageKind } from './patronage';

export type PatronFilters = { year: number | null; kind: PatronageKind | null; page: number };

/** Patrons of a page. */
export const patronsPerPage = 50;

/** The filters of the page of patrons, from its address; what is unknown counts as not asked. */
export function readPatronFilters(params: URLSearchParams): PatronFilters {
  const [year, kind] = [Number(params.get('annee')), params.get('nature')];
  return {
    year: Number.isInteger(year) && year >= 1990 && year <= 2100 ? year : null,
    kind: patronageKindNames.find((name) => name === kind) ?? null,
    page: pageNumber(params),
  };
}
