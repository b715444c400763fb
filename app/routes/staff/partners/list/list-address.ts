import { manyValued, writeFilters, type PartnerFilters } from '~/domain/partner/list/filters';
import { isUuid } from '~/domain/text/uuid';
import { paths } from '~/paths';

/** The address of the list with these filters, from its first page; `page` names another one, `path` another view. */
export function listAddress(filters: Partial<PartnerFilters>, page: { apres?: string | null; avant?: string | null } = {}, path = paths.partners()): string {
  const params = writeFilters(filters);
  for (const name of ['apres', 'avant'] as const) if (page[name]) params.set(name, page[name]);
  return params.size > 0 ? `${path}?${params}` : path;
}

/** What the filter form keeps besides its own fields. */
export function keptByForm({ q, tri, miens, position, archives, liste, vue }: PartnerFilters): Record<string, string> {
  return { ...(q && { q }), ...(tri && { tri }), ...(miens && { miens: 'oui' }), ...(position && { position: 'oui' }), ...(archives && { archives: 'oui' }), ...(liste && { liste }), ...(vue && { vue }) };
}

/** How many filters are at work, the place counting for one. */
export const filtersAtWork = (filters: PartnerFilters) => manyValued.reduce((sum, name) => sum + filters[name].length, 0) + filters.atout.length + (filters.commune ? 1 : 0) + Number(filters.q !== '');

/**
 * `?liste=…&rang=…` on a record: the list that one works through, as its own address says it, and one’s place in it where it is
 * known; `parcours` names the saved list that keeps it. Nothing when there is none.
 */
export const listSearch = (list: string | null, rank: number | null = null, savedListId: string | null = null, stand: Stand | null = null) =>
  list === null ? '' : `?${new URLSearchParams({ liste: list, ...(rank !== null && { rang: String(rank) }), ...(savedListId && { parcours: savedListId }), ...(stand && { depuis: stand.since, repere: stand.here, ...(stand.from && { vu: `${stand.from.id}~${stand.from.at}` }) }) })}`;

/**
 * Where one stands in a walk by date of change, which each save would move: when the walk began (`depuis`), the date of change that
 * the partner had then (`repere`), and the one seen just before (`vu`), which may have left its place since.
 */
export type Stand = { since: string; here: string; from?: { id: string; at: string } };

/** The stand that the address of a record tells; null unless every word of it is one of ours. */
export function standIn(params: URLSearchParams): Stand | null {
  const [since, here] = ['depuis', 'repere'].map((name) => params.get(name) ?? '') as [string, string];
  if (!isInstant(since) || !isInstant(here)) return null;
  const [id = '', at = ''] = params.get('vu')?.split('~') ?? [];
  return { since, here, ...(isUuid(id) && isInstant(at) && { from: { id, at } }) };
}

const isInstant = (text: string) => /^[12]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3,6}Z$/.test(text) && !Number.isNaN(Date.parse(text));

const walkNames = ['liste', 'rang', 'parcours', 'depuis', 'repere', 'vu'] as const;

/** What the address of a page of a record says of the list that one walks, and nothing else of it. */
export const walkIn = (params: URLSearchParams): [string, string][] => walkNames.flatMap((name) => (params.has(name) ? [[name, params.get(name) ?? ''] as [string, string]] : []));

/** An address of the same record, with the list that one walks: a form that is saved, a link that opens one, lose no place. */
export function alongWalk(to: string, params: URLSearchParams): string {
  const walk = params.has('liste') ? walkIn(params) : [];
  if (walk.length === 0) return to;
  const [, path = '', search = '', hash = ''] = /^([^?#]*)(\?[^#]*)?(#.*)?$/.exec(to) ?? [];
  const all = new URLSearchParams(search);
  for (const [name, value] of walk) if (!all.has(name)) all.set(name, value);
  return `${path}?${all}${hash}`;
}

/** The saved list that the address of a record says one works through. */
export function savedListIn(params: URLSearchParams): string | null {
  const id = params.get('parcours') ?? '';
  return isUuid(id) ? id : null;
}

/** The place in a list that the address of a record tells. */
export function rankIn(params: URLSearchParams): number | null {
  const rank = params.get('rang') ?? '';
  return /^[1-9]\d{0,6}$/.test(rank) ? Number(rank) : null;
}

/** Another view of the same partners: the board, the matrix. The order is each view’s own. */
export function viewAddress(path: string, filters: Partial<PartnerFilters>): string {
  return listAddress({ ...filters, tri: null, vue: '' }, {}, path);
}
