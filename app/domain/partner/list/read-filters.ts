import { isRomeStart } from '~/domain/engagement/rome';
import { longestTrip, travelModeNames, type TravelMode } from '~/domain/offer/list/travel';
import { readAround } from '~/domain/place/around';
import { cleanText } from '~/domain/text/clean';
import { z } from '~/domain/zod';
import { droppedChoices, mostValues } from './dropped-choices';
import { farthestKm, levels, manyValued, mapChoices, merits, sorts, type ManyValued, type PartnerFilters } from './filters';

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
  position: yes,
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
  const minutes = params.get('minutes') ?? '';
  if (Number(minutes) > longestTrip) notices.push('Le trajet a été ramené à deux heures.');
  else if (minutes && !/^\d{1,6}$/.test(minutes)) notices.push('Le temps de trajet n’a pas été compris : donnez un nombre de minutes.');
  if (params.get('commune') && !filters.commune) notices.push('La commune n’a pas été comprise.');
  if (params.get('metier') && !filters.metier) notices.push('Le métier n’a pas été compris : donnez un code ROME ou son début, comme I16.');
  if (params.get('tri') && !filters.tri) notices.push('Cet ordre n’existe pas : la liste est triée comme d’habitude.');
  if ((params.get('q') ?? '').length > 200) notices.push('La recherche était très longue : seuls les 200 premiers caractères comptent.');
  return [...notices, ...droppedChoices(params, writtenChoices(filters))];
}

/** The choices that were understood, as an address writes them. Values of sets stay as typed: `criteriaOf` says which do not exist. */
const writtenChoices = (filters: PartnerFilters): Record<string, string[]> => ({
  ...Object.fromEntries(manyValued.map((name) => [name, filters[name]])),
  atout: [...filters.atout],
  ...Object.fromEntries((['moyen', 'niveau', 'liste'] as const).map((name) => [name, filters[name] ? [filters[name]] : []])),
  mois: filters.mois ? [String(filters.mois)] : ['0'],
  miens: filters.miens ? ['oui'] : [],
  position: filters.position ? ['oui'] : [],
  archives: filters.archives ? ['oui'] : [],
});

const isMany = (name: string): name is ManyValued => (manyValued as readonly string[]).includes(name);
