/**
 * The facts of an organisation that the whole network shares: each with its French label, its source and its date.
 * The organisation's own word outranks the company register, which outranks an agency's typing or file.
 */
export const sharedFacts = {
  name: 'Nom',
  brandName: 'Enseigne',
  acronym: 'Sigle',
  siret: 'SIRET',
  kindId: 'Typologie',
  nafCode: 'Activité (NAF)',
  legalForm: 'Forme juridique',
  headcountBand: 'Effectif',
  hasYouthLabel: 'Label « Je m’engage pour la jeunesse »',
  addressLine: 'Adresse',
  addressExtra: 'Complément d’adresse',
  postcode: 'Code postal',
  cedex: 'Cedex',
  communeCode: 'Commune',
  latitude: 'Latitude',
  longitude: 'Longitude',
  placePrecision: 'Précision de la position',
  phone: 'Téléphone',
  otherPhones: 'Autres téléphones',
  email: 'Courriel',
  website: 'Site internet',
  openingHours: 'Horaires',
  description: 'Présentation',
  parentId: 'Groupe ou fédération',
} as const;

export type SharedFact = keyof typeof sharedFacts;
export const sharedFactNames = Object.keys(sharedFacts) as SharedFact[];

export const factSources = {
  agency: 'saisie par une Mission Locale',
  import: 'tirée d’un fichier importé',
  register: 'tirée du registre des entreprises',
  organisation: 'donnée par l’organisation elle-même',
} as const;
export type FactSource = keyof typeof factSources;

/** Where each fact comes from and since when (ISO date). */
export type FactSources = Partial<Record<SharedFact, { source: FactSource; at: string }>>;

const rank: Record<FactSource, number> = { import: 1, agency: 1, register: 2, organisation: 3 };

/** May a word from `source` replace a fact that comes from `known`? Equal ranks may: the latest is right. */
export const mayReplace = (source: FactSource, known: FactSource | undefined) => rank[source] >= (known ? rank[known] : 0);

/** A label that one does not have is no fact. */
export const isEmptyFact = (value: unknown) => value == null || value === '' || value === false || (Array.isArray(value) && value.length === 0);

/** Are both the same fact? An empty text, an empty list and nothing are one. JSON keys may come in another order. */
export function sameFact(a: unknown, b: unknown): boolean {
  if (isEmptyFact(a) || isEmptyFact(b)) return isEmptyFact(a) && isEmptyFact(b);
  return JSON.stringify(ordered(a)) === JSON.stringify(ordered(b));
}

/** The sources once `changed` was written by `source` at `at`; a fact that was emptied has none. */
export function withSources(sources: FactSources, changed: Partial<Record<SharedFact, unknown>>, source: FactSource, at: Date): FactSources {
  const next: FactSources = { ...sources };
  for (const fact of Object.keys(changed) as SharedFact[]) {
    if (isEmptyFact(changed[fact])) delete next[fact];
    else next[fact] = { source, at: at.toISOString() };
  }
  return next;
}

/** Facts that are about one place: half of one address with half of another is no address. */
const placeFacts: SharedFact[] = ['addressLine', 'addressExtra', 'postcode', 'cedex', 'communeCode', 'latitude', 'longitude', 'placePrecision'];

/** What of `given` fills a gap of `known`, when an agency joins an organisation that the network already has. */
export function gapsFilledBy<T extends Partial<Record<SharedFact, unknown>>>(known: Partial<Record<SharedFact, unknown>>, given: T): Partial<T> {
  const hasPlace = !isEmptyFact(known.addressLine) || !isEmptyFact(known.communeCode);
  const filled = Object.entries(given).filter(([fact, value]) => {
    if (isEmptyFact(value) || !isEmptyFact(known[fact as SharedFact])) return false;
    return !(hasPlace && placeFacts.includes(fact as SharedFact));
  });
  return Object.fromEntries(filled) as Partial<T>;
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => a.localeCompare(b)).map(([key, one]) => [key, ordered(one)]));
}
