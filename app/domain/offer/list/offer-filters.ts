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
const some = <T extends string>(known: (value: string) => T | null) => (list: string[]) => [...new Set(list.slice(0, 100).flatMap((value) => known(value) ?? []))].slice(0, mostValues);
const within = (vocabulary: object) => some((value) => (Object.hasOwn(vocabulary, value) ? value : null));
const number = (highest: number) => z.string().regex(/^\d{1,6}$/).transform((typed) => Math.min(Number(typed), highest)).catch(0);
const yes = z.literal('oui').transform(() => true as boolean).catch(false);

/** Reads an address. Never fails. What is typed in the box may say the way too (« 30 min en bus »): it then fills those filters. */
export function readOfferFilters(params: URLSearchParams): { filters: OfferFilters; notices: string[] } {
  const one = (name: string) => params.get(name) ?? undefined;
  const wish = readWish(text(200).parse(one('q')));
  const typedPlace = text(80).parse(one('communeText'));
  const minutes = wish.minutes ?? number(longestTrip).parse(one('minutes'));
  const moyen = wish.mode ?? z.enum(travelModeNames as [TravelMode, ...TravelMode[]]).nullable().catch(null).parse(one('moyen') ?? null);
  // Typed where there is no script, and chosen in no list: words as others.
  const trade = params.getAll('metier').some(Boolean) ? '' : text(80).parse(one('metierText'));
  const filters: OfferFilters = {
    q: [wish.words, trade].filter(Boolean).join(' '),
    sorte: some(offerKindOf)(params.getAll('sorte')),
    thematique: some((value) => themes.find(({ code }) => code === value)?.code ?? null)(params.getAll('thematique')),
    metier: some((value) => (isRomeStart(value.toUpperCase()) ? value.toUpperCase() : null))(params.getAll('metier')),
    contrat: within(contracts)(params.getAll('contrat')),
    niveau: one('niveau') !== undefined && Object.hasOwn(levels, one('niveau')!) ? one('niveau')! : '',
    debut: z.iso.date().catch('').parse(one('debut')),
    session: z.iso.date().catch('').parse(one('session')),
    age: z.string().regex(/^\d{2}$/).transform(Number).nullable().catch(null).parse(one('age') ?? null),
    public: within(publics)(params.getAll('public')),
    dispositif: within(schemes)(params.getAll('dispositif')),
    accueil: within(receptionModes)(params.getAll('accueil')),
    gratuit: yes.parse(one('gratuit')),
    source: z.enum(offerSourceFilters).optional().catch(undefined).parse(one('source')),
    handicap: yes.parse(one('handicap')),
    commune: z.string().regex(/^[0-9][0-9AB][0-9]{3}$/).catch('').parse(one('commune')),
    communeText: typedPlace,
    autour: typedPlace || one('commune') ? '' : readAround(one('autour') ?? '').around,
    rayon: wish.km ?? number(farthestKm).parse(one('rayon')),
    // Half an hour when only the means is said; a means when only the time is: most youths go by bus.
    minutes: minutes || (moyen ? 30 : 0),
    moyen: moyen ?? (minutes ? 'bus' : null),
    tri: z.enum(offerSorts).nullable().catch(null).parse(one('tri') ?? null),
    vue: z.enum(mapChoices).catch('').parse(one('vue')),
  };
  return { filters: { ...filters, rayon: Math.min(filters.rayon, farthestKm) }, notices: noticesOf(params, filters) };
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
  if (params.get('debut') && !z.iso.date().safeParse(params.get('debut')).success) notices.push('La date de début n’a pas été comprise.');
  if (params.get('session') && !z.iso.date().safeParse(params.get('session')).success) notices.push('La date de la session n’a pas été comprise.');
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
