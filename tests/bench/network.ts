import { nameKey } from '~/domain/organisation/name-key';
import type { Chance } from './chance';

/** The shape of the network that the bench fills: agencies of skewed sizes, organisations where people live. */
export type Agency = { id: string; name: string; region: string; departement: string; size: number; officers: string[] };
export type Town = { code: string; name: string; postcode: string; departement: string; region: string; population: number; latitude: number | null; longitude: number | null };
export type Organisation = { id: string; siret: string | null; name: string; town: Town; kind: number; home: string };

/** 442 agencies: the median has 500 partnerships, the largest 20,000, and the region of the largest 60,000 in all. */
export function makeAgencies(random: Chance, towns: Town[], scale: number): Agency[] {
  const count = Math.max(4, Math.round(442 * scale));
  const regions = [...new Set(towns.map((town) => town.region))];
  const departements = (region: string) => [...new Set(towns.filter((town) => town.region === region).map((town) => town.departement))];
  const largestRegion = regions.includes('84') ? '84' : regions[0]!;
  const agencies = Array.from({ length: count }, (_, index): Agency => {
    const region = index % 8 === 0 ? largestRegion : regions[index % regions.length]!;
    const size = Math.round(500 * Math.exp(0.75 * random.normal()));
    return { id: random.uuid(), name: `Mission Locale ${index + 1}`, region, departement: random.pick(departements(region)), size, officers: [] };
  });
  fit(agencies.filter(({ region }) => region !== largestRegion), Math.round(240_000 * scale));
  const [largest, ...neighbours] = agencies.filter(({ region }) => region === largestRegion);
  largest!.size = Math.round(20_000 * scale);
  fit(neighbours, Math.round(40_000 * scale));
  for (const agency of agencies) agency.officers = Array.from({ length: Math.min(20, 3 + Math.round(agency.size / 300)) }, () => random.uuid());
  return agencies;
}

function fit(agencies: Agency[], total: number) {
  const sum = agencies.reduce((all, { size }) => all + size, 0) || 1;
  for (const agency of agencies) agency.size = Math.max(1, Math.round((agency.size * total) / sum));
}

const trades = ['Boulangerie', 'Garage', 'Menuiserie', 'Restaurant', 'Coiffure', 'Transports', 'Maçonnerie', 'Plomberie', 'Électricité', 'Pharmacie', 'Supermarché', 'Hôtel',
  'Crèche', 'Résidence', 'Clinique', 'Atelier', 'Ferme', 'Scierie', 'Carrosserie', 'Imprimerie', 'Paysage', 'Nettoyage', 'Sécurité', 'Logistique', 'Fleuriste', 'Traiteur']; // prettier-ignore
const bodies = ['Association', 'Association', 'Association', 'Centre de formation', 'CFA', 'Mairie', 'Communauté de communes', 'Maison des jeunes', 'Foyer de jeunes travailleurs',
  'Mission handicap', 'Chantier', 'Entreprise', 'Régie de quartier', 'Centre social', 'Auto-école solidaire', 'Fédération']; // prettier-ignore
const causes = ['insertion', 'emploi', 'solidarité', 'formation', 'habitat', 'mobilité', 'santé', 'culture', 'sport', 'numérique', 'environnement', 'alimentaire', 'jeunesse', 'avenir', 'restaurants du coeur', 'recyclage'];
const syllables = ['la', 'mon', 'ber', 'fon', 'du', 'gar', 'ri', 'vel', 'tour', 'san', 'cha', 'lou', 'pey', 'rac', 'bel', 'val', 'gou', 'ner', 'thi', 'bau', 'cas', 'to', 'mar', 'ven', 'sou', 'bi', 'lac', 'ro', 'que', 'ill'];

const surname = (random: Chance) => {
  const name = Array.from({ length: 2 + random.below(2) }, () => random.pick(syllables)).join('');
  return name.charAt(0).toUpperCase() + name.slice(1);
};

/** Names as they are met: a trade and a person, a body and a cause, often the place. */
export function makeName(random: Chance, town: Town): string {
  const place = random.happens(0.25) ? ` de ${town.name}` : '';
  return random.happens(0.55) ? `${random.pick(trades)} ${surname(random)}${place}` : `${random.pick(bodies)} ${random.pick(causes)} ${surname(random)}${place}`;
}

/** Organisations by region in proportion to the partnerships there, placed in towns by population, neighbours side by side. */
export function makeOrganisations(random: Chance, towns: Town[], agencies: Agency[], scale: number, kindCount: number): Map<string, Organisation[]> {
  const total = Math.round(200_000 * scale);
  const partnerships = agencies.reduce((all, { size }) => all + size, 0);
  const byRegion = new Map<string, Organisation[]>();
  let number = 0;
  for (const region of new Set(agencies.map((agency) => agency.region))) {
    const local = agencies.filter((agency) => agency.region === region);
    const here = local.reduce((all, { size }) => all + size, 0);
    const count = Math.max(Math.round((total * here) / partnerships), Math.max(...local.map(({ size }) => size)) + 1);
    const draw = byPopulation(random, towns.filter((town) => town.region === region));
    const places = Array.from({ length: count }, draw).sort((a, b) => (a.code < b.code ? -1 : 1));
    byRegion.set(
      region,
      places.map((town) => {
        number += 1;
        const siret = random.happens(0.9) ? `${100_000_000 + number}${String(random.below(100_000)).padStart(5, '0')}` : null;
        return { id: random.uuid(), siret, name: makeName(random, town), town, kind: random.below(kindCount), home: '' };
      }),
    );
  }
  return byRegion;
}

function byPopulation(random: Chance, towns: Town[]): () => Town {
  const sums: number[] = [];
  let sum = 0;
  for (const town of towns) sums.push((sum += town.population + 50));
  return () => {
    const drawn = random.next() * sum;
    let [low, high] = [0, sums.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle]! < drawn) low = middle + 1;
      else high = middle;
    }
    return towns[low]!;
  };
}

/** The organisations an agency works with: a stretch of its region's, most of it. One without SIRET has one agency only. */
export function partnersOf(random: Chance, agency: Agency, pool: Organisation[]): Organisation[] {
  const stretch = Math.min(pool.length, Math.ceil(agency.size * 1.35) + 5);
  const from = random.below(Math.max(1, pool.length - stretch));
  const chosen: Organisation[] = [];
  for (let i = 0; chosen.length < agency.size && i < pool.length; i += 1) {
    const organisation = pool[(from + i) % pool.length]!;
    if (i < stretch && random.happens(0.22)) continue;
    if (!organisation.siret && organisation.home && organisation.home !== agency.id) continue;
    organisation.home ||= agency.id;
    chosen.push(organisation);
  }
  return chosen;
}

export const keyOf = (organisation: Organisation) => nameKey(organisation.name);
