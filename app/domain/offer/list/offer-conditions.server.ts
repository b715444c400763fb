import type { Search } from '~/domain/partner/list/read-search';
import { wordQuery, type NearWords } from '~/domain/partner/list/word-query';
import { hiddenAfterDays } from '~/domain/offer/freshness';
import type { Circle } from '~/domain/place/circle';
import { isAmong, ofEach } from '~/domain/search/ask-engine.server';
import type { Ranking } from '~/domain/search/word-engine';
import { Prisma } from '#prisma';
import type { OfferFilters } from './offer-filters';
import { reachedFrom } from './offer-zones.server';

/** Where one leaves from, and lives: `codes` are the commune's, or of the one nearest to a point; none at sea. */
export type OfferPlace = { code: string; codes: string[]; name: string; circle: Circle | null };

/** The filters once understood: what the database is asked. */
export type OfferCriteria = { filters: OfferFilters; search: Search; near?: NearWords; ranked?: Ranking; place: OfferPlace | null; now: Date };

/** The filters whose values are counted beside the list. */
export const offerFacets = ['sorte', 'thematique', 'contrat', 'public', 'dispositif', 'accueil'] as const;
export type OfferFacet = (typeof offerFacets)[number];

export type OfferConditions = Partial<Record<OfferFacet | 'metier' | 'niveau' | 'debut' | 'session' | 'age' | 'gratuit' | 'source' | 'handicap' | 'search' | 'place', Prisma.Sql>> & { fresh: Prisma.Sql };

/** What each filter asks of a row `s` of search.offer_seen. */
export function offerConditions({ filters, search, near, ranked, place, now }: OfferCriteria): OfferConditions {
  const { sorte, thematique, metier, contrat, niveau, debut, session, age, public: publics, dispositif, accueil } = filters;
  const shown = new Date(now.getTime() - hiddenAfterDays * 86_400_000);
  return {
    // What comes from elsewhere leaves with its source, not with time.
    fresh: Prisma.sql`(s.confirmed_at > ${shown} OR s.origin IN ('dataInclusion', 'franceTravail'))`,
    ...(sorte.length > 0 && { sorte: Prisma.sql`s.kind = ANY (${sorte}::offer_kind[])` }),
    ...(thematique.length > 0 && { thematique: Prisma.sql`s.theme_codes && ${thematique}::text[]` }),
    ...(contrat.length > 0 && { contrat: Prisma.sql`s.contract = ANY (${contrat}::text[])` }),
    ...(publics.length > 0 && { public: Prisma.sql`(s.publics = '{}' OR s.publics && ${publics}::text[])` }),
    ...(dispositif.length > 0 && { dispositif: Prisma.sql`(s.schemes = '{}' OR s.schemes && ${dispositif}::text[])` }),
    ...(accueil.length > 0 && { accueil: Prisma.sql`s.reception_modes && ${accueil}::text[]` }),
    ...(metier.length > 0 && { metier: asksTrade(metier) }),
    ...(niveau && { niveau: Prisma.sql`(s.level IS NULL OR s.level <= ${niveau})` }),
    ...(debut && { debut: Prisma.sql`(s.starts_on IS NULL OR s.starts_on <= ${debut}::date)` }),
    ...(session && { session: hasSessionBy(session, now) }),
    ...(age !== null && { age: Prisma.sql`(coalesce(s.age_min, 0) <= ${age} AND coalesce(s.age_max, 99) >= ${age})` }),
    ...(filters.source && { source: filters.source === 'ici' ? Prisma.sql`s.origin IN ('agency', 'partner')` : Prisma.sql`s.origin = ${filters.source}::offer_origin` }),
    ...(filters.gratuit && { gratuit: Prisma.sql`s.cost = 'gratuit'` }),
    ...(filters.handicap && { handicap: Prisma.sql`s.is_handicap_friendly` }),
    ...(place && { place: reachedFrom(place) }),
    ...(search.words.length > 0 && { search: hasWords({ search, near, ranked }) }),
  };
}

function hasWords({ search, near, ranked }: Pick<OfferCriteria, 'search' | 'near' | 'ranked'>): Prisma.Sql {
  const among = ranked && isAmong(ranked, Prisma.sql`s.mission_locale_id`, Prisma.sql`s.offer_id`);
  if (among && ranked.isWhole) return among;
  const holds = Prisma.sql`s.words @@ ${wordQuery(search.words, near)}::tsquery`;
  return among && ranked.isAlone ? Prisma.sql`${among} AND ${ofEach(holds)}` : holds;
}

/** A session that has not begun, by that day on the clock of its place. Whose offers one reads is asked by the row already. */
const hasSessionBy = (day: string, now: Date): Prisma.Sql =>
  Prisma.sql`(s.mission_locale_id, s.offer_id) IN (SELECT x.mission_locale_id, x.offer_id FROM offer_session x WHERE x.cancelled_at IS NULL AND x.starts_at > ${now} AND x.starts_at < ${day}::date + interval '2 days' AND (x.starts_at AT TIME ZONE x.time_zone)::date <= ${day}::date)`;

/** Whole codes by the index of codes; a field (`G18`) by the beginning of each. */
function asksTrade(trades: readonly string[]): Prisma.Sql {
  const [whole, starts] = [trades.filter((code) => code.length === 5), trades.filter((code) => code.length < 5)];
  const byCode = whole.length > 0 ? [Prisma.sql`s.romes && ${whole}::text[]`] : [];
  const byField = starts.length > 0 ? [Prisma.sql`EXISTS (SELECT FROM unnest(s.romes) AS code, unnest(${starts}::text[]) AS start WHERE starts_with(code, start))`] : [];
  return Prisma.sql`(${Prisma.join([...byCode, ...byField], ' OR ')})`;
}

/** All of them, but those named. */
export function allBut(conditions: OfferConditions, ...left: (keyof OfferConditions)[]): Prisma.Sql {
  const names = (Object.keys(conditions) as (keyof OfferConditions)[]).filter((name) => !left.includes(name));
  return Prisma.join(names.map((name) => conditions[name]!), ' AND ');
}

/** The statement that counts the offers of these criteria, in a column `count`. */
export const countOf = (criteria: OfferCriteria): Prisma.Sql => Prisma.sql`SELECT count(*)::int AS count FROM search.offer_seen s WHERE ${allBut(offerConditions(criteria))}`;
