import type { Ctx } from '~/access/context';
import { metresFrom } from '~/domain/partner/list/conditions.server';
import { weightOf, wordRank } from '~/domain/partner/list/sort-key.server';
import { wordQuery } from '~/domain/partner/list/word-query';
import { nextSession, type NextSession } from '~/domain/offer/session/next-session.server';
import { rankAmong } from '~/domain/search/ask-engine.server';
import { Prisma, type OfferKind, type OfferOrigin, type PlacePrecision } from '#prisma';
import { allBut, offerConditions, type OfferCriteria } from './offer-conditions.server';
import type { OfferCursor } from './offer-cursor';
import type { OfferSort } from './offer-filters';

export const offersPerPage = 25;

/** An offer as a list shows it. `metres` from the place looked around; days are `YYYY-MM-DD`. */
export type OfferRow = {
  id: string; kind: OfferKind; origin: OfferOrigin; title: string; holder: string; isOurs: boolean; themeCodes: string[]; contract: string | null; workingTime: string | null; level: string | null; cost: string | null;
  startsOn: string | null; closesOn: string | null; places: number | null; commune: string | null; postcode: string | null; receptionModes: string[]; latitude: number | null; longitude: number | null; placePrecision: PlacePrecision | null;
  publishedAt: Date; confirmedAt: Date; metres: number | null;
  nextSession: NextSession | null;
};

export type KeyedRow = OfferRow & { key: (string | number)[]; total: number; rank: bigint };

/** The rows found, one more than a page, in the order of reading (turned round before a cursor), each with the total. */
export async function pageOfOffers(ctx: Ctx, criteria: OfferCriteria, sort: OfferSort, place: OfferCursor | null, isBackwards: boolean): Promise<KeyedRow[]> {
  const circle = criteria.place?.circle;
  const metres = circle ? Prisma.sql`CASE WHEN s.latitude IS NULL THEN NULL ELSE ${metresFrom(circle)} END` : Prisma.sql`NULL::int`;
  const { rank, closer, cast } = rankOf(criteria, sort);
  const direction = isBackwards ? Prisma.raw('DESC') : Prisma.raw('ASC');
  const beyond = place === null ? Prisma.sql`true` : Prisma.sql`(rank, id) ${isBackwards ? Prisma.raw('<') : Prisma.raw('>')} (${place.key[0]}::${Prisma.raw(cast)}, ${place.key[1]}::uuid)`;
  return ctx.db.$queryRaw<KeyedRow[]>`
    WITH found AS MATERIALIZED (SELECT s.mission_locale_id AS agency, s.offer_id AS id, ${rank} AS rank FROM search.offer_seen s WHERE ${allBut(offerConditions(criteria))}),
      ${closer ? lookedAtCloser(closer) : Prisma.empty}
      page AS MATERIALIZED (SELECT * FROM ${closer ? Prisma.sql`placed` : Prisma.sql`found`} WHERE ${beyond} ORDER BY rank ${direction}, id ${direction} LIMIT ${offersPerPage + 1})
    SELECT totals.total, rows.* FROM (SELECT count(*)::int AS total FROM found) AS totals LEFT JOIN (
      SELECT s.offer_id AS id, s.kind::text, s.origin::text, s.title, s.holder, s.mission_locale_id = app.mission_locale() AS "isOurs", s.theme_codes AS "themeCodes", s.contract, s.working_time AS "workingTime", s.level, s.cost,
        s.starts_on::text AS "startsOn", s.closes_on::text AS "closesOn", s.places, s.commune_name AS commune, s.postcode, s.reception_modes AS "receptionModes", s.latitude, s.longitude, s.place_precision::text AS "placePrecision",
        s.published_at AS "publishedAt", s.confirmed_at AS "confirmedAt", CASE WHEN s.kind IN ('training', 'workshop') THEN ${nextSession({ agency: Prisma.sql`page.agency`, offer: Prisma.sql`page.id`, now: Prisma.sql`${criteria.now}` })} END AS "nextSession", ${metres} AS metres, json_build_array(page.rank, page.id) AS key, page.rank
      FROM page JOIN search.offer_seen s ON s.mission_locale_id = page.agency AND s.offer_id = page.id) AS rows ON true
    ORDER BY rows.rank ${direction}, rows.id ${direction}`;
}

/** So many of those found are looked at again: more than anybody reads. */
const mostLookedAt = 300;

/** The best of those found with a rank that costs more, and before all the others: a word that half of the offers hold is not read through twice. */
const lookedAtCloser = (rank: Prisma.Sql): Prisma.Sql => Prisma.sql`
      best AS MATERIALIZED (SELECT f.agency, f.id, ${rank} - 1000000 AS rank FROM (SELECT * FROM found ORDER BY rank, id LIMIT ${mostLookedAt}) f
        JOIN search.offer_seen s ON s.mission_locale_id = f.agency AND s.offer_id = f.id),
      placed AS (SELECT * FROM best UNION ALL SELECT * FROM found WHERE id NOT IN (SELECT id FROM best)),`;

/**
 * What a page is sorted by, always upwards: whole numbers, so that a cursor says them exactly. `closer` is a finer one, for the best by the first.
 * By relevance they are below zero, where those of the engine beside are above.
 */
function rankOf({ search, near, ranked, place }: OfferCriteria, sort: OfferSort): { rank: Prisma.Sql; closer?: Prisma.Sql; cast: string } {
  const seconds = Prisma.sql`(-extract(epoch FROM s.published_at))::bigint`;
  switch (sort) {
    case 'pertinence':
      // Those that were not ranked come after, the newest first.
      if (ranked) return { rank: Prisma.sql`coalesce(${rankAmong(ranked, Prisma.sql`s.offer_id`)}, 4102444800 + ${seconds})::bigint`, cast: 'bigint' };
      return byWords(search.words.length, wordQuery(search.words, near));
    case 'distance':
      // At a distance, one is nowhere: after what can be reached.
      return { rank: place?.circle ? Prisma.sql`coalesce(${metresFrom(place.circle)}, 99999999)::bigint` : seconds, cast: 'bigint' };
    case 'debut':
      return { rank: Prisma.sql`coalesce(s.starts_on - DATE '2000-01-01', 99999)::bigint`, cast: 'bigint' };
    case 'date':
      return { rank: seconds, cast: 'bigint' };
  }
}

/** Whole words that stand together come first. One word alone may be held by thousands: all are ranked by its weight, the best more finely. */
function byWords(count: number, query: string): { rank: Prisma.Sql; closer?: Prisma.Sql; cast: string } {
  const points = (rank: Prisma.Sql) => Prisma.sql`(-(1000 * ${rank})::int)::bigint`;
  const fine = points(wordRank(query, { sideBySide: true }));
  return count > 1 ? { rank: fine, cast: 'bigint' } : { rank: points(weightOf(query)), closer: fine, cast: 'bigint' };
}
