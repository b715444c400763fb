import type { Readiness } from '~/domain/engagement/readiness';
import type { TravelMode } from '~/domain/offer/list/travel';

/**
 * The list's filters, as its address says them. The address is the state: whoever receives it sees the same list.
 * Values of sets (kinds, forms, tags, people) are still as typed here; `choosePartners` matches them with those that exist.
 */
export type PartnerFilters = {
  q: string;
  typologie: string[];
  thematique: string[];
  etape: string[];
  forme: string[];
  departement: string[];
  etiquette: string[];
  referent: string[];
  /** Sizes of company; `aucun` for those whose headcount nobody knows. */
  taille: string[];
  /** What recommends a partner; one of several is enough. */
  atout: Merit[];
  /** INSEE code of a commune, and the words typed for it when nothing was chosen in the list. */
  commune: string;
  communeText: string;
  /** km around the commune; 0 means the commune itself. */
  rayon: number;
  /** A point of the map to look around instead of a commune: `43.2327,0.0712`. */
  autour: string;
  /** What is reached in so many minutes, by this means, in the place of the radius. */
  minutes: number;
  moyen: TravelMode | null;
  /** From which level a form of engagement counts; null is « partant », the usual one. */
  niveau: Level | null;
  /** A month of the year, 1 to 12, when it is possible; 0 is any. */
  mois: number;
  /** A trade, by its ROME code or the beginning of it. */
  metier: string;
  /** A saved list of partners picked by hand. */
  liste: string;
  miens: boolean;
  /** Only those whose address could not be placed surely: somebody should look. */
  position: boolean;
  /** Only the archived ones instead of the others. */
  archives: boolean;
  tri: Sort | null;
  /** Beside the list, the map of the same partners; `tout` with the offers too. Not a filter. */
  vue: MapChoice;
};

export const manyValued = ['typologie', 'thematique', 'etape', 'forme', 'departement', 'etiquette', 'referent', 'taille'] as const;
export type ManyValued = (typeof manyValued)[number];

/** The label « Je m'engage pour la jeunesse »; an agreement that the group signed for the whole network. */
export const merits = ['label', 'accord'] as const;
export type Merit = (typeof merits)[number];

/** Levels of engagement that one can ask for at least, besides the usual one. */
export const levels = ['to_explore', 'tried', 'regular'] as const satisfies readonly Readiness[];
export type Level = (typeof levels)[number];

/** A minus turns the order round. */
export const sorts = ['nom', '-nom', 'modification', '-modification', 'distance', 'pertinence'] as const;
export type Sort = (typeof sorts)[number];

/** What stands beside a list: nothing, its map, its map with the other layer. */
export const mapChoices = ['', 'carte', 'tout'] as const;
export type MapChoice = (typeof mapChoices)[number];

export const farthestKm = 200;
/** Nothing asked; its order is the order of an address. */
export const noFilters: PartnerFilters = {
  q: '', typologie: [], thematique: [], etape: [], forme: [], departement: [], etiquette: [], referent: [], taille: [], atout: [],
  commune: '', communeText: '', rayon: 0, autour: '', minutes: 0, moyen: null, niveau: null, mois: 0, metier: '', liste: '', miens: false, position: false, archives: false, tri: null, vue: '',
};

/** The address of these filters, in one order, without what says nothing. The page in the list (`apres`, `avant`) is left out. */
export function writeFilters(filters: Partial<PartnerFilters>): URLSearchParams {
  const params = new URLSearchParams();
  for (const name of Object.keys(noFilters) as (keyof PartnerFilters)[]) {
    const value = filters[name];
    if (Array.isArray(value)) for (const one of value) params.append(name, one);
    else if (value === true) params.set(name, 'oui');
    else if (value) params.set(name, String(value));
  }
  if (params.has('commune')) params.delete('communeText');
  if (params.has('commune') || params.has('communeText')) params.delete('autour');
  if (!params.has('minutes')) params.delete('moyen');
  return params;
}

/**
 * An address without what says nothing: empty values, a radius round no place. A form sends them all the same. Nothing else
 * changes, so that what was not understood is still told.
 */
export function withoutIdle(params: URLSearchParams): URLSearchParams {
  const says = (name: string) => params.getAll(name).some((value) => value.trim() !== '');
  const hasPlace = says('commune') || says('communeText') || says('autour');
  const isIdle = (name: string, value: string) => (name === 'minutes' && value === '0') || (name === 'moyen' && !Number(params.get('minutes'))) || (['rayon', 'minutes', 'moyen'].includes(name) && !hasPlace) || (name === 'autour' && (says('commune') || says('communeText')));
  return new URLSearchParams([...params].filter(([name, value]) => value.trim() !== '' && !isIdle(name, value)));
}

/** Does the filter « Accepte » ask for more than the usual level? Then forms, level, month and trade are asked of one engagement. */
export const asksPrecisely = ({ niveau, mois, metier }: PartnerFilters) => niveau !== null || mois > 0 || metier !== '';

/** Does this list show less than everything? The order is not a filter. */
export function isFiltered(filters: PartnerFilters): boolean {
  return writeFilters({ ...filters, tri: null, vue: '', ...(!(filters.commune || filters.communeText || filters.autour) && { rayon: 0, minutes: 0 }) }).size > 0;
}
