import type pg from 'pg';
import { offerKindNames, offerKinds, type OfferKind } from '~/domain/offer/offer-kinds';
import { offersByActivity, offersByKind, ownOffers } from '../../prisma/seed/demo-offer-words';
import type { Chance } from './chance';
import { copy, type Cell } from './copy';
import type { Agency, Organisation } from './network';

type Holder = { id: string; agency: Agency; organisation: Organisation };
type Job = { code: string; titles: string[] };

/** How often each kind is met: work first, then immersions, a fifth of services and workshops. */
const weights: Record<OfferKind, number> = { job: 36, immersion: 16, apprenticeship: 15, service: 12, internship: 8, training: 7, workshop: 4, mentoring: 2 };
const drawnKinds = offerKindNames.flatMap((kind) => Array<OfferKind>(weights[kind]).fill(kind));
const audiences = ['agency', 'agency', 'agency', 'agency', 'region', 'region', 'region', 'network', 'network', 'public'] as const;
const levels = ['0', '0', '0', '3', '3', '4', '4', '5', null] as const;
const publics = ['jeunes', 'demandeurs-emploi', 'residents-qpv-frr', 'personnes-en-situation-de-handicap'] as const;
const themes = ['logement', 'sante', 'mobilite', 'citoyennete', 'loisirs'] as const;
const sketches = [...Object.values(offersByActivity), ...Object.values(offersByKind), ownOffers].flat();
const sketchesOf = Object.fromEntries(offerKindNames.map((kind) => [kind, sketches.filter((sketch) => sketch.kind === kind)]));
const day = 86_400_000;

/** 50,000 open offers (scaled) and as many of before, where the partnerships are: an agency of 20,000 has 3,300 open ones. */
export async function writeOffers(client: pg.Client, random: Chance, holders: readonly Holder[], scale: number): Promise<number> {
  const jobs = (await client.query<Job>(`SELECT job_code AS code, array_agg(label ORDER BY label) AS titles FROM rome_title GROUP BY 1 ORDER BY 1`)).rows;
  const now = Date.now();
  function* rows(): Generator<Cell[]> {
    for (let n = 0; n < Math.round(100_000 * scale); n += 1) yield offer(random, random.pick(holders), jobs, n % 2 === 0, now);
  }
  return copy(client, 'offer', columns, rows());
}

const columns = ['mission_locale_id', 'id', 'partnership_id', 'kind', 'state', 'audience', 'title', 'description', 'theme_codes', 'romes', 'contract', 'working_time', 'level', 'experience', 'service_type', 'cost', 'starts_on', 'closes_on', 'places',
  'age_min', 'age_max', 'publics', 'schemes', 'reception_modes', 'is_handicap_friendly', 'has_own_place', 'postcode', 'commune_code', 'departement_code', 'latitude', 'longitude', 'place_precision', 'published_at', 'confirmed_at', 'state_since', 'updated_at']; // prettier-ignore

function offer(random: Chance, { id, agency, organisation: { town } }: Holder, jobs: readonly Job[], isOpen: boolean, now: number): Cell[] {
  const kind = random.pick(drawnKinds);
  const groups: readonly string[] = offerKinds[kind].has;
  const { theme } = offerKinds[kind];
  const sketch = random.pick(sketchesOf[kind]!);
  // A few trades are looked for everywhere, most here and there.
  const job = jobs[Math.floor(jobs.length * random.next() ** 2)]!;
  const isOfTrade = groups.includes('trade') && random.happens(0.7);
  const title = isOfTrade ? `${random.pick(job.titles)}${random.happens(0.2) ? ` à ${town.name}` : ''}` : (sketch.title ?? offerKinds[kind].label);
  const published = isOpen ? now - random.next() ** 2 * 80 * day : now - (90 + random.next() * 1500) * day;
  const confirmed = isOpen ? published + random.next() * (now - published) : published;
  const isAfar = groups.includes('service') && random.happens(0.15);
  const hasOwnPlace = !isAfar && town.latitude !== null && random.happens(0.25);
  const onDay = (share: number, days: number) => (random.happens(share) ? new Date(now + (isOpen ? random.next() * days : -days) * day).toISOString().slice(0, 10) : null);
  return [
    agency.id, random.uuid(), id, kind, isOpen ? 'published' : random.pick(['filled', 'expired', 'expired', 'withdrawn', 'archived']), random.pick(audiences), title.slice(0, 200), sketch.description ?? null,
    set([theme ?? random.pick(themes), ...(random.happens(0.15) ? [random.pick(themes)] : [])]), set(isOfTrade ? [job.code] : [sketch.romes ?? []].flat()),
    groups.includes('work') ? (kind === 'apprenticeship' ? random.pick(['E2', 'E2', 'FS']) : random.pick(['CDI', 'CDD', 'CDD', 'MIS', 'SAI', 'DDI'])) : null,
    groups.includes('work') ? random.pick(['full', 'full', 'part']) : null, groups.includes('wanted') ? random.pick(levels) : null, groups.includes('wanted') ? random.pick(['D', 'D', 'S', 'E']) : null,
    groups.includes('service') ? random.pick(['accompagnement', 'atelier', 'formation', 'information', 'aide-materielle']) : null, groups.includes('service') ? random.pick(['gratuit', 'gratuit', 'gratuit', 'payant']) : null,
    onDay(0.5, 90), onDay(0.6, 60), random.happens(0.4) ? 1 + random.below(12) : null, random.happens(0.4) ? random.pick([16, 18]) : null, random.happens(0.2) ? random.pick([25, 29]) : null,
    set(random.happens(0.15) ? [random.pick(publics)] : []), set(random.happens(0.15) ? [random.pick(['cej', 'pacea', 'rsa'])] : []), set(groups.includes('service') ? [isAfar ? 'a-distance' : 'en-presentiel'] : []), random.happens(0.1),
    hasOwnPlace, ...(hasOwnPlace ? [town.postcode, town.code, town.departement, town.latitude! + (random.next() - 0.5) / 12, town.longitude! + (random.next() - 0.5) / 9, 'street'] : [null, null, null, null, null, null]),
    new Date(published), new Date(confirmed), new Date(published), new Date(confirmed),
  ]; // prettier-ignore
}

/** An array as COPY reads it; ours hold codes, nothing to escape. */
const set = (values: readonly string[]): string => `{${[...new Set(values)].join(',')}}`;
