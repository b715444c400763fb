import { manyValued, writeFilters, type PartnerFilters } from '~/domain/partner/list/filters';
import { paths } from '~/paths';

/** The address of the list with these filters, from its first page; `page` names another one. */
export function listAddress(filters: Partial<PartnerFilters>, page: { apres?: string | null; avant?: string | null } = {}): string {
  const params = writeFilters(filters);
  for (const name of ['apres', 'avant'] as const) if (page[name]) params.set(name, page[name]);
  return params.size > 0 ? `${paths.partners()}?${params}` : paths.partners();
}

/** What the filter form keeps besides its own fields. */
export function keptByForm({ q, tri, miens, archives, liste }: PartnerFilters): Record<string, string> {
  return { ...(q && { q }), ...(tri && { tri }), ...(miens && { miens: 'oui' }), ...(archives && { archives: 'oui' }), ...(liste && { liste }) };
}

/** How many filters are at work, the place counting for one. */
export const filtersAtWork = (filters: PartnerFilters) => manyValued.reduce((sum, name) => sum + filters[name].length, 0) + (filters.commune ? 1 : 0) + Number(filters.q !== '');
