import { isRomeStart } from '~/domain/engagement/rome';
import { offerKindOf, offerKinds, type OfferKind } from '~/domain/offer/offer-kinds';
import { publics, receptionModes } from '~/domain/offer/vocabulary/data-inclusion';
import { contracts, levels, schemes } from '~/domain/offer/vocabulary/work';
import { readAround } from '~/domain/place/around';
import { droppedChoices, mostValues } from '~/domain/partner/list/dropped-choices';
import { mapChoices, type MapChoice } from '~/domain/partner/list/filters';
import { themes, type ThemeCode } from '~/domain/organisation/themes';
import { cleanText } from '~/domain/text/clean';
import { z } from '~/domain/zod';
import { offerSourceFilters, type OfferSourceFilter } from './offer-sources';
import { readWish } from './read-wish';
import { longestTrip, reachKm, travelModeNames, type TravelMode } from './travel';

export const offerSorts = ['pertinence', 'distance', 'date', 'debut'] as const;
export type OfferSort = (typeof offerSorts)[number];
export const farthestKm = 200;

/** The filters of offers, as the address says them; whoever receives it sees the same list. What cannot be understood is dropped, and said. */
export type OfferFilters = {
  q: string;
  sorte: OfferKind[];
  thematique: ThemeCode[];
  /** Trades, by their ROME code or its beginning. */
  metier: string[];
  contrat: string[];
  /** The level that the youth has: offers that ask for more are left out. */
  niveau: string;
  /** Offers that begin by then; those without a date stay. `YYYY-MM-DD`. */
  debut: string;
  /** Trainings and workshops that have a session from now to then, not cancelled. `YYYY-MM-DD`. */
  session: string;
  /** The age of the youth. */
  age: number | null;
  public: string[];
  dispositif: string[];
  accueil: string[];
  gratuit: boolean;
  /** Where offers come from: written here or by partners, or one of the sources. Absent: all. */
  source?: OfferSourceFilter;
  handicap: boolean;
  commune: string;
  communeText: string;
  /** km around; 0 is the commune itself. */
  rayon: number;
  /** A point of the map to leave from instead of a commune: `43.2327,0.0712`. */
  autour: string;
  minutes: number;
  moyen: TravelMode | null;
  tri: OfferSort | null;
  /** Beside the list, the map of the same offers; `tout` with the partners too. Not a filter. */
  vue: MapChoice;
};

const text = (longest: number) => z.string().transform((typed) => cleanText([...cleanText(typed)].slice(0, longest).join(''))).catch('');
const some = <T extends string>(known: (value: string) => T | null) => z.array(z.string()).transform((list) => [...new Set(list.slice(0, 100).flatMap((value) => known(value) ?? []))].slice(0, mostValues));
const within = (vocabulary: object) => some((value) => (Object.hasOwn(vocabulary, value) ? value : null));
const number = (highest: number) => z.string().regex(/^\d{1,6}$/).transform((typed) => Math.min(Number(typed), highest)).catch(0);
const day = z.iso.date().catch('');
const yes = z.literal('oui').transform(() => true as boolean).catch(false);

const chosen = z.object({
  sorte: some(offerKindOf),
  thematique: some((value) => themes.find(({ code }) => code === value)?.code ?? null),
  metier: some((value) => (isRomeStart(value.toUpperCase()) ? value.toUpperCase() : null)),
  contrat: within(contracts),
  public: within(publics),
  dispositif: within(schemes),
  accueil: within(receptionModes),
});

const said = z.object({
  q: text(200),
  metierText: text(80),
  niveau: z.string().refine((level) => Object.hasOwn(levels, level)).catch(''),
  debut: day,
  session: day,
  age: z.string().regex(/^\d{2}$/).transform(Number).nullable().catch(null),
  gratuit: yes,
  source: z.enum(offerSourceFilters).optional().catch(undefined),
  handicap: yes,
  commune: z.string().regex(/^[0-9][0-9AB][0-9]{3}$/).catch(''),
  communeText: text(80),
  autour: z.string().transform((typed) => readAround(typed).around).catch(''),
  rayon: number(farthestKm),
  minutes: number(longestTrip),
  moyen: z.enum(travelModeNames as [TravelMode, ...TravelMode[]]).nullable().catch(null),
  tri: z.enum(offerSorts).nullable().catch(null),
  vue: z.enum(mapChoices).catch(''),
});

/** Reads an address. Never fails. What is typed in the box may say the way too (« 30 min en bus »): it then fills those filters. */
export function readOfferFilters(params: URLSearchParams): { filters: OfferFilters; notices: string[] } {
  const { q, metierText, ...one } = said.parse(Object.fromEntries(Object.keys(said.shape).map((name) => [name, params.get(name) ?? undefined])));
  const wish = readWish(q);
  const minutes = wish.minutes ?? one.minutes;
  const moyen = wish.mode ?? one.moyen;
  // Typed where there is no script, and chosen in no list: words as others.
  const trade = params.getAll('metier').some(Boolean) ? '' : metierText;
  const filters: OfferFilters = {
    ...one,
    ...chosen.parse(Object.fromEntries(Object.keys(chosen.shape).map((name) => [name, params.getAll(name)]))),
    q: [wish.words, trade].filter(Boolean).join(' '),
    autour: one.communeText || params.get('commune') ? '' : one.autour,
    rayon: Math.min(wish.km ?? one.rayon, farthestKm),
    // Half an hour when only the means is said; a means when only the time is: most youths go by bus.
    minutes: minutes || (moyen ? 30 : 0),
    moyen: moyen ?? (minutes ? 'bus' : null),
  };
  return { filters, notices: noticesOf(params, filters) };
}

function noticesOf(params: URLSearchParams, filters: OfferFilters): string[] {
  const notices: string[] = [];
  const km = params.get('rayon') ?? '';
  if (Number(km) > farthestKm) notices.push(`Le rayon a été ramené à ${farthestKm} km.`);
  else if (km !== '' && !/^\d{1,6}$/.test(km)) notices.push('Le rayon n’a pas été compris : donnez un nombre de kilomètres.');
  const around = readAround(params.get('autour') ?? '');
  if (around.notice) notices.push(around.notice);
  if (km === '0' && around.around) notices.push('À 0 km il n’y a rien : la liste regarde à 10 km autour du point.');
  const minutes = params.get('minutes') ?? '';
  if (Number(minutes) > longestTrip) notices.push('Le trajet a été ramené à deux heures.');
  else if (minutes !== '' && !/^\d{1,6}$/.test(minutes)) notices.push('Le temps de trajet n’a pas été compris : donnez un nombre de minutes.');
  if (params.get('commune') && !filters.commune) notices.push('La commune n’a pas été comprise.');
  if (params.get('age') && filters.age === null) notices.push('L’âge n’a pas été compris : donnez-le en deux chiffres.');
  if (params.get('tri') && !filters.tri) notices.push('Cet ordre n’existe pas : la liste est triée comme d’habitude.');
  if ((params.get('q') ?? '').length > 200) notices.push('La recherche a été coupée à 200 caractères.');
  if ((params.get('metierText') ?? '').length > 80) notices.push('Le métier a été coupé à 80 caractères.');
  if (params.get('debut') && !filters.debut) notices.push('La date de début n’a pas été comprise.');
  if (params.get('session') && !filters.session) notices.push('La date de la session n’a pas été comprise.');
  return [...notices, ...droppedChoices(params, writtenChoices(filters, params))];
}

/** The choices that were understood, as an address writes them. */
const writtenChoices = (filters: OfferFilters, params: URLSearchParams): Record<string, string[]> => ({
  sorte: filters.sorte.map((kind) => offerKinds[kind].code),
  // A trade may be typed in small letters.
  metier: params.getAll('metier').filter((code) => filters.metier.includes(code.toUpperCase())),
  ...Object.fromEntries((['thematique', 'contrat', 'public', 'dispositif', 'accueil'] as const).map((name) => [name, filters[name]])),
  niveau: [filters.niveau],
  source: filters.source ? [filters.source] : [],
  // Said in the box it stands for the one of the address.
  moyen: filters.moyen ? travelModeNames.filter((mode) => params.get('moyen') === mode) : [],
  gratuit: filters.gratuit ? ['oui'] : [],
  handicap: filters.handicap ? ['oui'] : [],
});

/** How far around the place, in km: the radius, or what is reached in so many minutes; null is the commune itself. */
export const kmAround = ({ rayon, minutes, moyen }: Pick<OfferFilters, 'rayon' | 'minutes' | 'moyen'>): number | null => (minutes && moyen ? reachKm(minutes, moyen) : rayon || null);
