import type { Readiness } from '~/domain/engagement/readiness';
import { isRomeStart } from '~/domain/engagement/rome';
import { longestTrip, travelModeNames, type TravelMode } from '~/domain/offer/list/travel';
import { readAround } from '~/domain/place/around';
import { z } from '~/domain/zod';
import { cleanText } from '~/domain/text/clean';

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
const mostValues = 40;

// Cut by letters, not by halves of an emoji; cleaned again because a cut may end on a space.
const text = (longest: number) => z.string().transform((typed) => cleanText([...cleanText(typed)].slice(0, longest).join(''))).catch('');
const values = z
  .array(z.string())
  .transform((list) => [...new Set(list.map((value) => cleanText(value)).filter((value) => value !== '' && value.length <= 60))].slice(0, mostValues))
  .catch([]);
const yes = z.literal('oui').transform(() => true as boolean).catch(false);
const kilometres = z
  .string()
  .regex(/^\d{1,6}$/)
  .transform(Number)
  .transform((km) => Math.min(km, farthestKm))
  .catch(0);

const schema = z.object({
  q: text(200),
  typologie: values,
  thematique: values,
  etape: values,
  forme: values,
  departement: values,
  etiquette: values,
  referent: values,
  taille: values,
  atout: z.array(z.string()).transform((list) => merits.filter((merit) => list.includes(merit))).catch([]),
  commune: z.string().regex(/^[0-9][0-9AB][0-9]{3}$/).catch(''),
  communeText: text(80),
  rayon: kilometres,
  autour: z.string().transform((typed) => readAround(typed).around).catch(''),
  minutes: z.string().regex(/^\d{1,6}$/).transform((typed) => Math.min(Number(typed), longestTrip)).catch(0),
  moyen: z.enum(travelModeNames as [TravelMode, ...TravelMode[]]).nullable().catch(null),
  niveau: z.enum(levels).nullable().catch(null),
  mois: z.string().regex(/^([1-9]|1[0-2])$/).transform(Number).catch(0),
  metier: z.string().transform((typed) => cleanText(typed).toUpperCase()).pipe(z.string().refine(isRomeStart)).catch(''),
  liste: z.guid().catch(''),
  miens: yes,
  archives: yes,
  tri: z.enum(sorts).nullable().catch(null),
  vue: z.enum(mapChoices).catch(''),
});

/** Reads an address. Never fails: what cannot be understood is dropped, and said in a sentence. */
export function readFilters(params: URLSearchParams): { filters: PartnerFilters; notices: string[] } {
  const raw = Object.fromEntries(Object.keys(schema.shape).map((name) => [name, isMany(name) || name === 'atout' ? params.getAll(name) : (params.get(name) ?? undefined)]));
  const read = schema.parse(raw);
  // Half an hour when only the means is said; a means when only the time is: most youths go by bus.
  const filters: PartnerFilters = { ...read, minutes: read.minutes || (read.moyen ? 30 : 0), moyen: read.moyen ?? (read.minutes ? 'bus' : null) };
  return { filters, notices: noticesOf(params, filters) };
}

function noticesOf(params: URLSearchParams, filters: PartnerFilters): string[] {
  const notices: string[] = [];
  const km = params.get('rayon');
  if (km && Number(km) > farthestKm) notices.push(`Le rayon a été ramené à ${farthestKm} km.`);
  else if (km && filters.rayon === 0 && km !== '0') notices.push('Le rayon n’a pas été compris : donnez un nombre de kilomètres.');
  if (km === '0' && filters.autour) notices.push('À 0 km il n’y a rien : la liste regarde à 10 km autour du point.');
  const around = readAround(params.get('autour') ?? '');
  if (around.notice) notices.push(around.notice);
  if (Number(params.get('minutes') ?? 0) > longestTrip) notices.push('Le trajet a été ramené à deux heures.');
  if (params.get('commune') && !filters.commune) notices.push('La commune n’a pas été comprise.');
  if (params.get('metier') && !filters.metier) notices.push('Le métier n’a pas été compris : donnez un code ROME ou son début, comme I16.');
  if (params.get('tri') && !filters.tri) notices.push('Cet ordre n’existe pas : la liste est triée comme d’habitude.');
  if ((params.get('q') ?? '').length > 200) notices.push('La recherche était très longue : seuls les 200 premiers caractères comptent.');
  return notices;
}

const isMany = (name: string): name is ManyValued => (manyValued as readonly string[]).includes(name);

/** The address of these filters, in one order, without what says nothing. The page in the list (`apres`, `avant`) is left out. */
export function writeFilters(filters: Partial<PartnerFilters>): URLSearchParams {
  const params = new URLSearchParams();
  for (const name of Object.keys(schema.shape) as (keyof PartnerFilters)[]) {
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

export const noFilters: PartnerFilters = readFilters(new URLSearchParams()).filters;

/** Does the filter « Accepte » ask for more than the usual level? Then forms, level, month and trade are asked of one engagement. */
export const asksPrecisely = ({ niveau, mois, metier }: PartnerFilters) => niveau !== null || mois > 0 || metier !== '';

/** Does this list show less than everything? The order is not a filter. */
export function isFiltered(filters: PartnerFilters): boolean {
  return writeFilters({ ...filters, tri: null, vue: '', ...(!(filters.commune || filters.communeText || filters.autour) && { rayon: 0, minutes: 0 }) }).size > 0;
}
