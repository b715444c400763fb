import { offerKinds } from '~/domain/offer/offer-kinds';
import type { OfferFilters } from './offer-filters';

/** The address of these filters: what says nothing is left out. */
export function writeOfferFilters(filters: Partial<OfferFilters>): URLSearchParams {
  const params = new URLSearchParams();
  const add = (name: string, value: string | number | null | undefined) => value !== '' && value !== 0 && value !== null && value !== undefined && params.append(name, String(value));
  add('q', filters.q);
  for (const kind of filters.sorte ?? []) add('sorte', offerKinds[kind].code);
  for (const name of ['thematique', 'metier', 'contrat', 'public', 'dispositif', 'accueil'] as const) for (const value of filters[name] ?? []) add(name, value);
  for (const name of ['niveau', 'debut', 'session', 'age', 'commune', 'communeText', 'autour', 'rayon', 'minutes', 'moyen', 'tri', 'vue'] as const) add(name, filters[name]);
  if (filters.gratuit) add('gratuit', 'oui');
  add('source', filters.source);
  if (filters.handicap) add('handicap', 'oui');
  return params;
}

/** Is anything asked? */
export const isOfferFiltered = (filters: OfferFilters): boolean => writeOfferFilters({ ...filters, tri: null, vue: '' }).size > 0;

/** How many filters are in use, the words aside: what the button of a telephone tells. A place and how far from it are one. */
export const activeOfferFilters = (filters: OfferFilters): number =>
  writeOfferFilters({ ...filters, q: '', tri: null, vue: '', commune: '', communeText: '', autour: '', rayon: 0, minutes: 0, moyen: null }).size + (filters.commune || filters.communeText || filters.autour ? 1 : 0);

/** An address without its empty fields, as a form without script sends them all. */
export function withoutIdleOffer(params: URLSearchParams): URLSearchParams {
  const hasTrade = params.getAll('metier').some(Boolean);
  const says = (name: string, value: string) => value !== '' && !(['rayon', 'minutes'].includes(name) && value === '0') && !(name === 'metierText' && hasTrade) && !(name === 'communeText' && params.get('commune')) && !(name === 'autour' && (params.get('commune') || params.get('communeText'))) && !(name === 'moyen' && !Number(params.get('minutes')));
  return new URLSearchParams([...params].filter(([name, value]) => says(name, value)));
}
