import type { AddPartner } from '~/domain/partner/partner.schema';
import type { TypedContact } from '~/domain/contact/contact.schema';
import type { Stage, Verb } from '~/domain/partnership/partnership.lifecycle';
import type { Random } from './demo-random';
import { trades, type Trade } from './demo-trades';
import { firstNames, inventedCommunes, places, streets, surnames, towns as allTowns, words } from './demo-words';

/** A partner before it exists: what will be typed, and the life that it will have had. Days count back from today. */
export type InventedPartner = {
  input: AddPartner;
  town: string;
  site: string;
  trade: Trade;
  /** Added so many days ago; then one move at each of the others. */
  addedDaysAgo: number;
  moves: { verb: Verb; daysAgo: number }[];
  stage: Stage;
  contacts: TypedContact[];
  /** Where its door is, in decimal degrees; null where only its commune is known. */
  door: { latitude: number; longitude: number } | null;
};

/** The verbs that lead from a first sight to each stage, and how often the demonstration ends there. */
const paths: readonly (readonly [Stage, readonly Verb[], weight: number])[] = [
  ['active', ['contact', 'build', 'activate'], 30], ['active', ['contact', 'activate'], 14], ['active', ['contact', 'activate', 'sleep', 'wake'], 4], ['contacted', ['contact'], 12], ['prospect', [], 12], ['building', ['contact', 'build'], 9],
  ['dormant', ['contact', 'activate', 'sleep'], 10], ['ended', ['contact', 'activate', 'end'], 5], ['archived', ['contact', 'activate', 'end', 'archive'], 3], ['archived', ['archive'], 2],
];

type Centre = { latitude: number | null; longitude: number | null };

/** Invents the partners of every trade, each name once. `centres`: where the communes are, to know the door of some partners. */
export function inventPartners(random: Random, centres: ReadonlyMap<string, Centre>, { towns = allTowns, share = 1, firstNumber = 0, taken = new Set<string>() } = {}): InventedPartner[] {
  let number = firstNumber;
  const invented: InventedPartner[] = [];
  for (const trade of trades) {
    for (let i = 0; i < Math.round(trade.count * share); i += 1) invented.push(inventPartner(random, trade, (number += 1), towns, centres, taken));
  }
  return invented;
}

function inventPartner(random: Random, trade: Trade, number: number, towns: typeof allTowns, centres: ReadonlyMap<string, Centre>, taken: Set<string>): InventedPartner {
  const name = newName(random, trade, taken);
  const [communeCode, postcode, site] = weighted(random, towns.map((town) => [town, town[3]] as const));
  const slug = slugOf(name);
  const [stage, verbs] = weighted(random, paths.map((path) => [path, path[2]] as const));
  const addedDaysAgo = random.int(stage === 'prospect' ? 3 : 40, stage === 'prospect' ? 200 : 1090);
  const isKnownWell = stage !== 'prospect';
  const door = random.chance(0.6) ? besides(random, centres.get(communeCode)) : null;
  // An officer put a few on the map; the others are found by their address.
  const byHand = number % 6 === 0 ? door : null;
  return {
    trade, town: communeCode, site, stage, addedDaysAgo, door,
    moves: datesBetween(random, addedDaysAgo, verbs.length).map((daysAgo, step) => ({ verb: verbs[step]!, daysAgo })),
    contacts: Array.from({ length: isKnownWell ? random.int(1, trade.sizes?.includes('21') ? 3 : 2) : random.int(0, 1) }, () => inventContact(random, trade, slug)),
    input: {
      name,
      kindCode: trade.kind,
      siret: trade.withoutSiret && random.chance(0.6) ? null : fictionalSiret(number),
      nafCode: trade.naf ?? null,
      headcountBand: trade.sizes ? random.pick(trade.sizes) : null,
      addressLine: `${random.int(1, 120)} ${random.pick(streets)}`,
      postcode, communeCode,
      ...(byHand && { latitude: String(byHand.latitude), longitude: String(byHand.longitude) }),
      phone: random.chance(0.92) ? `05 36 49 ${pair(1000 + number)}` : null,
      email: random.chance(0.75) ? `contact@${slug}.example` : null,
      website: random.chance(0.5) ? `https://${slug}.example` : null,
      openingHours: trade.hours && random.chance(0.6) ? trade.hours : null,
      description: random.chance(0.8) ? trade.does : null,
      themes: [...trade.themes],
      externalId: random.chance(0.35) ? `P-${String(number).padStart(4, '0')}` : null,
    },
  };
}

function newName(random: Random, trade: Trade, taken: Set<string>): string {
  for (;;) {
    const name = random.pick(trade.names).replace('{nom}', random.pick(surnames)).replace('{lieu}', random.pick(places)).replace('{mot}', random.pick(words)).replace('{commune}', random.pick(inventedCommunes)).replace(/\bde (?=[AEIOUÉ])/, 'd’');
    if (taken.has(name)) continue;
    taken.add(name);
    return name;
  }
}

function inventContact(random: Random, trade: Trade, slug: string): TypedContact {
  const [firstName, lastName] = [random.pick(firstNames), random.pick(surnames)];
  const prefers = random.chance(0.25) ? random.pick(['préfère le téléphone, avant 9 h', 'joindre l’après-midi', 'répond vite par courriel', 'sur rendez-vous seulement', 'laisser un message']) : null;
  const hasPhone = random.chance(0.7);
  return {
    firstName, lastName,
    jobTitle: random.pick(trade.jobs),
    phone: hasPhone ? `06 39 98 ${pair(random.int(1000, 9999))}` : null,
    email: !hasPhone || random.chance(0.6) ? `${slugOf(firstName)}.${slugOf(lastName)}@${slug}.example` : null,
    preference: prefers,
  };
}

/**
 * A SIRET whose keys are right and that nobody has: the public register's lowest SIREN is 000 325 175, ours stay under
 * 000 100 000.
 */
export function fictionalSiret(number: number): string {
  const siren = withLuhnKey(`0000${String(number).padStart(4, '0')}`);
  return withLuhnKey(`${siren}0001`);
}

/** The digits and the one that makes Luhn's sum a multiple of ten. */
function withLuhnKey(digits: string): string {
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}

/** A door near the centre of its commune, some 800 m around. */
function besides(random: Random, centre: Centre | undefined): { latitude: number; longitude: number } | null {
  if (!centre?.latitude || centre.longitude === null) return null;
  const off = () => (random.next() - 0.5) * 0.014;
  return { latitude: round(centre.latitude + off()), longitude: round(centre.longitude + off()) };
}

/** `count` days after the first one and before today, in order. */
function datesBetween(random: Random, addedDaysAgo: number, count: number): number[] {
  const dates: number[] = [];
  for (let i = count; i > 0; i -= 1) dates.push(random.int(1, Math.max(1, addedDaysAgo - 1)));
  // Never two on one day: the hours would not tell which came first.
  return dates.sort((a, b) => a - b).map((date, rank, all) => Math.max(date, (all[0] ?? 0) + rank)).reverse();
}

function weighted<T>(random: Random, among: readonly (readonly [T, number])[]): T {
  let left = random.next() * among.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [value, weight] of among) if ((left -= weight) < 0) return value;
  return among.at(-1)![0];
}

const pair = (number: number) => String(number).padStart(4, '0').replace(/(..)(..)/, '$1 $2');
const round = (degrees: number) => Math.round(degrees * 1e5) / 1e5;
const slugOf = (name: string) => name.normalize('NFD').replace(/\p{M}/gu, '').replace(/œ/g, 'oe').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
