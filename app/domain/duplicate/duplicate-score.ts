import { inGuillemets } from '~/domain/text/in-guillemets';
import { compareNames, keysOfNames, type NameComparison } from './compare-names';
import { comparePlaces, type Place, type PlaceMatch } from './compare-places';
import { levels, type Level } from './level';

/** What a partner is compared by. */
export type Comparable = Place & { siret: string | null; name: string; brandName: string | null; acronym: string | null; originalName: string | null; communeName: string | null; /** Codes of the network's kinds. */ kinds: string[] };

/** Ways of reaching that two partners share, and few others do (see match-keys.ts): a switchboard or a federation's domain is none. */
export type SharedReach = { phone: boolean; mail: boolean; domain: string | null; /** The platform made their two organisations one. */ network?: boolean };

export type ReasonCode =
  | 'sameForNetwork' | 'sameSiren' | 'sameName' | 'nearName' | 'acronym' | 'akinName' | 'sameAddress' | 'sameStreet' | 'nearby' | 'sameCommune' | 'samePostcode' | 'samePhone' | 'sameMail' | 'sameDomain' | 'siretMissing'
  | 'otherSiren' | 'otherAddress' | 'otherNumber' | 'otherCommune' | 'otherWord' | 'otherMeasure';
/** A reason in plain French; `for` them being one, or against. What a missing SIRET leaves open counts for, and is no proof. */
export type Reason = { code: ReasonCode; side: 'for' | 'against'; text: string };
/** `score`: 0 to 100. `level` is null below what is worth a person's time. */
export type DuplicateScore = { score: number; level: Level | null; reasons: Reason[] };

/** What would make one look again at two partners that somebody said are two. */
export const strongReasons: readonly ReasonCode[] = ['sameForNetwork', 'sameSiren', 'sameName', 'sameAddress', 'samePhone', 'sameMail'];

const floors: Record<Level, number> = { sure: 80, probable: 60, possible: 45 };
const levelOf = (score: number): Level | null => levels.find((level) => score >= floors[level]) ?? null;

type Weighed = Reason & { weight: number };
const pro = (weight: number, code: ReasonCode, text: string): Weighed => ({ weight, code, side: 'for', text });
const con = (weight: number, code: ReasonCode, text: string): Weighed => ({ weight, code, side: 'against', text });

/**
 * How likely two partners are one, written twice: the weights of what they share, less what tells them apart, 0 to 100, and
 * each reason in French. The rules and what they find in a real file are in docs/duplicates.md.
 */
export function scoreDuplicate(one: Comparable, other: Comparable, shared: SharedReach): DuplicateScore {
  const name = bestName(one, other);
  const place = comparePlaces(one, other);
  const siren = compareSiren(one, other);
  const measures = otherMeasures(one, other);
  const weighed = [...aboutNames(name), ...aboutPlace(place), ...aboutSiren(siren, name, place), ...(measures && siren === 'different' ? [measures] : []), ...aboutReach(shared)];
  if (shared.network) weighed.unshift(pro(100, 'sameForNetwork', 'Le réseau dit que c’est le même organisme'));
  const sum = weighed.reduce((total, { weight }) => total + weight, 0);
  const score = shared.network ? 100 : Math.max(0, Math.min(sum, ceiling({ name, place, siren, hasOtherMeasures: measures !== null })));
  return { score, level: levelOf(score), reasons: weighed.map(({ code, side, text }) => ({ code, side, text })) };
}

type Siren = 'same' | 'different' | 'unknown';
function compareSiren(one: Comparable, other: Comparable): Siren {
  if (!one.siret || !other.siret) return 'unknown';
  return one.siret.slice(0, 9) === other.siret.slice(0, 9) ? 'same' : 'different';
}

const order = ['equal', 'placed', 'brand', 'typo', 'acronym', 'near', 'akin', 'weak', 'different'];

/** The closest of the names that both go by. A brand or an acronym in common says less than the name: shops of one chain share it. */
function bestName(one: Comparable, other: Comparable): NameComparison {
  const [ours, theirs] = [one, other].map(({ name, originalName, brandName, acronym }) => ({ full: keysOfNames([name, originalName]), short: keysOfNames([brandName, acronym]) })) as [Names, Names];
  const commune = one.communeCode === other.communeCode ? one.communeName : null;
  const found = ours.full.flatMap((a) => theirs.full.map((b) => compareNames(a, b, commune)));
  for (const [a, b] of [[ours.short, [...theirs.short, ...theirs.full]], [ours.full, theirs.short]] as const) if (a.some((key) => b.includes(key))) found.push({ match: 'brand', instead: null });
  return found.sort((a, b) => order.indexOf(a.match) - order.indexOf(b.match))[0] ?? { match: 'different', instead: null };
}
type Names = { full: string[]; short: string[] };

function aboutNames({ match, instead }: NameComparison): Weighed[] {
  const alike: Record<NameComparison['match'], Weighed[]> = {
    equal: [pro(45, 'sameName', 'Même nom')],
    placed: [pro(42, 'sameName', 'Même nom, la commune mise à part')],
    brand: [pro(38, 'nearName', 'Même enseigne ou même sigle')],
    typo: [pro(40, 'nearName', 'Noms écrits presque pareil')],
    acronym: [pro(38, 'acronym', 'L’un porte les initiales de l’autre')],
    near: [pro(36, 'nearName', 'Noms très proches')],
    akin: [pro(22, 'akinName', 'Noms qui se ressemblent')],
    weak: [pro(8, 'akinName', 'Noms qui ont un mot en commun')],
    different: [],
  };
  // "Restos du cœur Tarbes" and "… Lourdes", "Réel AI" and "Réel ACI": the word that changes is the one that says which.
  const word = instead && match !== 'different' ? [con(-25, 'otherWord', `Un mot change dans le nom : ${inGuillemets(instead[0])} et ${inGuillemets(instead[1])}`)] : [];
  return [...alike[match], ...word];
}

function aboutPlace(place: PlaceMatch): Weighed[] {
  const said: Record<PlaceMatch, Weighed[]> = {
    address: [pro(35, 'sameAddress', 'Même adresse')],
    street: [pro(22, 'sameStreet', 'Même rue, un numéro manque')],
    nearby: [pro(22, 'nearby', 'Adresses à moins de 150 m')],
    commune: [pro(15, 'sameCommune', 'Même commune')],
    postcode: [pro(8, 'samePostcode', 'Même code postal')],
    unknown: [],
    number: [pro(15, 'sameStreet', 'Même rue'), con(-10, 'otherNumber', 'Numéros différents dans la rue')],
    elsewhere: [pro(15, 'sameCommune', 'Même commune'), con(-15, 'otherAddress', 'Adresses différentes')],
    far: [con(-40, 'otherCommune', 'Communes différentes')],
  };
  return said[place];
}

function aboutSiren(siren: Siren, { match }: NameComparison, place: PlaceMatch): Weighed[] {
  if (siren === 'same') return [pro(30, 'sameSiren', 'Même numéro SIREN : une seule personne morale')];
  if (siren === 'different') return [con(-20, 'otherSiren', 'Deux numéros SIREN : deux personnes morales, parfois d’un même ensemble')];
  const isHere = ['address', 'street', 'nearby', 'commune'].includes(place);
  if (!isHere || !['equal', 'placed', 'typo'].includes(match)) return [];
  return [pro(match === 'typo' ? 10 : 20, 'siretMissing', 'Un SIRET manque : rien ne dit que ce sont deux établissements')];
}

/** AI, ACI, EI and ETTI of one association are different by law when each has its own SIREN. */
function otherMeasures(one: Comparable, other: Comparable): Weighed | null {
  const [ours, theirs] = [one, other].map(({ kinds }) => kinds.filter((kind) => kind.startsWith('siae_')).map((kind) => kind.slice(5).toUpperCase()).sort()) as [string[], string[]];
  if (ours.length === 0 || theirs.length === 0 || ours.some((measure) => theirs.includes(measure))) return null;
  return con(0, 'otherMeasure', `Deux mesures d’insertion : ${[ours.join(' et '), theirs.join(' et ')].sort().join(', ')}`);
}

function aboutReach({ phone, mail, domain }: SharedReach): Weighed[] {
  return [
    ...(phone ? [pro(25, 'samePhone', 'Même téléphone')] : []),
    ...(mail ? [pro(30, 'sameMail', 'Même courriel')] : []),
    ...(domain && !mail ? [pro(12, 'sameDomain', `Même site ou même domaine de courriel (${domain})`)] : []),
  ];
}

/** What no sum of likenesses may pass. */
function ceiling({ name, place, siren, hasOtherMeasures }: { name: NameComparison; place: PlaceMatch; siren: Siren; hasOtherMeasures: boolean }): number {
  const possible = floors.probable - 1;
  // Two SIRETs in two communes are two establishments, whatever they share.
  if (siren !== 'unknown' && place === 'far') return floors.possible - 1;
  // At two addresses of one commune too, unless it moved: only a person can tell.
  if (siren === 'same' && ['number', 'elsewhere', 'postcode'].includes(place)) return floors.probable - 5;
  // An association and the temporary-work company that the law has it found beside itself share everything but the SIREN.
  if (siren === 'different') return ['equal', 'placed'].includes(name.match) && place === 'address' && !hasOtherMeasures ? floors.sure - 5 : possible;
  // Two associations in one house share its telephone and its mailbox.
  if (siren === 'unknown' && ['different', 'weak'].includes(name.match)) return possible;
  return place === 'far' ? possible : 100;
}
