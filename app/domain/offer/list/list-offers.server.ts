import type { Ctx } from '~/access/context';
import { metresFrom } from '~/domain/partner/list/conditions.server';
import { nearWordsOf } from '~/domain/partner/list/near-words.server';
import { wordRank } from '~/domain/partner/list/sort-key.server';
import { wordQuery } from '~/domain/partner/list/word-query';
import { rankAmong } from '~/domain/search/ask-engine.server';
import { keptCount, thisHour } from '~/domain/search/kept-count.server';
import { ofTheBest } from '~/domain/search/word-engine';
import { Prisma, type OfferKind, type OfferOrigin, type PlacePrecision } from '#prisma';
import { askForOffers } from './ask-for-offers.server';
import { allBut, countOf, offerConditions, type OfferCriteria, type OfferPlace } from './offer-conditions.server';
import { offerCursor, readOfferCursor, type OfferCursor } from './offer-cursor';
import type { OfferFilters, OfferSort } from './offer-filters';
import { nextSession, type NextSession } from '~/domain/offer/session/next-session.server';
import { understandOffers } from './understand-offers.server';

export const offersPerPage = 25;

/** An offer as a list shows it. `metres` from the place looked around; days are `YYYY-MM-DD`. */
export type OfferRow = {
  id: string; kind: OfferKind; origin: OfferOrigin; title: string; holder: string; isOurs: boolean; themeCodes: string[]; contract: string | null; workingTime: string | null; level: string | null; cost: string | null;
  startsOn: string | null; closesOn: string | null; places: number | null; commune: string | null; postcode: string | null; receptionModes: string[]; latitude: number | null; longitude: number | null; placePrecision: PlacePrecision | null;
  publishedAt: Date; confirmedAt: Date; metres: number | null;
  nextSession: NextSession | null;
};

export type OfferList = {
  rows: OfferRow[];
  /** How many the filters find, exactly. */
  total: number;
  from: number;
  next: string | null;
  previous: string | null;
  sort: OfferSort;
  filters: OfferFilters;
  place: OfferPlace | null;
  /** The words really looked for, when nothing was spelled exactly so. */
  corrected: string | null;
  notices: string[];
};

/** Fewer hits than this, and words spelled nearly the same are looked for too. */
export const tooFewOffers = 3;

/**
 * One page of the offers that the actor may find and the filters keep. Three queries at most without a doubtful spelling: the place,
 * the page with its count; two more for nearest spellings.
 */
export async function listOffers(ctx: Ctx, { apres = null, avant = null, ...asked }: OfferFilters & { apres?: string | null; avant?: string | null }): Promise<OfferList> {
  const understood = await understandOffers(ctx, asked);
  const { criteria, notice } = await askForOffers(ctx, understood.criteria);
  const notices = notice ? [...understood.notices, notice] : understood.notices;
  const sort = sortOf(criteria);
  const exact = await onePage(ctx, criteria, sort, apres, avant);
  const told = { sort, filters: criteria.filters, place: criteria.place, notices };
  const { words } = criteria.search;
  if (exact.total >= tooFewOffers || words.length === 0 || criteria.ranked?.isWhole) return { ...exact, ...told, corrected: null };
  const near = await nearWordsOf(ctx, words, { evenKnown: exact.total === 0 });
  if (near.size === 0) return { ...exact, ...told, corrected: null };
  const wider = await onePage(ctx, { ...criteria, near }, sort, apres, avant);
  if (wider.total === exact.total) return { ...exact, ...told, corrected: null };
  return { ...wider, ...told, corrected: words.map((word) => near.get(word)?.[0] ?? word).join(' ') };
}

/** The order asked for, when it means something here; else the one that people expect. */
export function sortOf({ filters: { tri }, search, place }: OfferCriteria): OfferSort {
  if (tri && (tri !== 'distance' || place?.circle) && (tri !== 'pertinence' || search.words.length > 0)) return tri;
  if (search.words.length > 0) return 'pertinence';
  return place?.circle ? 'distance' : 'date';
}

type Found = Pick<OfferList, 'rows' | 'total' | 'from' | 'next' | 'previous'>;
type KeyedRow = OfferRow & { key: (string | number)[]; total: number; rank: bigint };

async function onePage(ctx: Ctx, criteria: OfferCriteria, sort: OfferSort, apres: string | null, avant: string | null): Promise<Found> {
  const before = ownPlace(readOfferCursor(avant, sort), criteria);
  const after = before ? null : ownPlace(readOfferCursor(apres, sort), criteria);
  const found = (sort === 'pertinence' && (await pageOfTheBest(ctx, criteria, before ?? after, before !== null))) || (await pageOf(ctx, criteria, sort, before ?? after, before !== null));
  const total = found[0]?.total ?? 0;
  const rows = found.filter(({ id }) => id !== null).slice(0, offersPerPage + 1);
  if ((before || after) && rows.length === 0 && total > 0) return onePage(ctx, criteria, sort, null, null);
  const hasMore = rows.length > offersPerPage;
  const shown = before ? rows.slice(0, offersPerPage).reverse() : rows.slice(0, offersPerPage);
  const from = before ? Math.max(1, before.rank - shown.length) : after ? after.rank + 1 : 1;
  const cursor = (row: KeyedRow | undefined, rank: number) => (row ? offerCursor({ sort, key: row.key, rank }) : null);
  return {
    rows: shown.map(({ key: _key, total: _total, rank: _rank, ...row }) => row),
    total,
    from,
    next: before || hasMore ? cursor(shown.at(-1), from + shown.length - 1) : null,
    previous: (before ? hasMore : after !== null) ? cursor(shown[0], from) : null,
  };
}

/** A place by relevance means something only to the engine that made it: else the list starts again. */
function ownPlace(cursor: OfferCursor | null, { ranked }: OfferCriteria): OfferCursor | null {
  return cursor?.sort === 'pertinence' && Number(cursor.key[0]) > 0 !== Boolean(ranked) ? null : cursor;
}

/** The same from the best that the engine found, and the others only counted; null when the page goes beyond them. */
async function pageOfTheBest(ctx: Ctx, criteria: OfferCriteria, place: OfferCursor | null, isBackwards: boolean): Promise<KeyedRow[] | null> {
  const best = ofTheBest(criteria, place ? Number(place.key[0]) : 0);
  const found = best && (await pageOf(ctx, best, 'pertinence', place, isBackwards));
  if (!found || (!isBackwards && found.length <= offersPerPage)) return null;
  const total = await keptCount(ctx, 'offers', countOf({ ...criteria, now: thisHour(criteria.now) }));
  return found.map((row) => ({ ...row, total }));
}

/** The rows found, one more than a page, in the order of reading (turned round before a cursor), each with the total. */
async function pageOf(ctx: Ctx, criteria: OfferCriteria, sort: OfferSort, place: OfferCursor | null, isBackwards: boolean): Promise<KeyedRow[]> {
  const circle = criteria.place?.circle;
  const metres = circle ? Prisma.sql`CASE WHEN s.latitude IS NULL THEN NULL ELSE ${metresFrom(circle)} END` : Prisma.sql`NULL::int`;
  const { rank, cast } = rankOf(criteria, sort);
  const direction = isBackwards ? Prisma.raw('DESC') : Prisma.raw('ASC');
  const beyond = place === null ? Prisma.sql`true` : Prisma.sql`(rank, id) ${isBackwards ? Prisma.raw('<') : Prisma.raw('>')} (${place.key[0]}::${Prisma.raw(cast)}, ${place.key[1]}::uuid)`;
  return ctx.db.$queryRaw<KeyedRow[]>`
    WITH found AS MATERIALIZED (SELECT s.mission_locale_id AS agency, s.offer_id AS id, ${rank} AS rank FROM search.offer_seen s WHERE ${allBut(offerConditions(criteria))}),
      page AS MATERIALIZED (SELECT * FROM found WHERE ${beyond} ORDER BY rank ${direction}, id ${direction} LIMIT ${offersPerPage + 1})
    SELECT totals.total, rows.* FROM (SELECT count(*)::int AS total FROM found) AS totals LEFT JOIN (
      SELECT s.offer_id AS id, s.kind::text, s.origin::text, s.title, s.holder, s.mission_locale_id = app.mission_locale() AS "isOurs", s.theme_codes AS "themeCodes", s.contract, s.working_time AS "workingTime", s.level, s.cost,
        s.starts_on::text AS "startsOn", s.closes_on::text AS "closesOn", s.places, s.commune_name AS commune, s.postcode, s.reception_modes AS "receptionModes", s.latitude, s.longitude, s.place_precision::text AS "placePrecision",
        s.published_at AS "publishedAt", s.confirmed_at AS "confirmedAt", CASE WHEN s.kind IN ('training', 'workshop') THEN ${nextSession({ agency: Prisma.sql`page.agency`, offer: Prisma.sql`page.id`, now: Prisma.sql`${criteria.now}` })} END AS "nextSession", ${metres} AS metres, json_build_array(page.rank, page.id) AS key, page.rank
      FROM page JOIN search.offer_seen s ON s.mission_locale_id = page.agency AND s.offer_id = page.id) AS rows ON true
    ORDER BY rows.rank ${direction}, rows.id ${direction}`;
}

/** What a page is sorted by, always upwards: whole numbers, so that a cursor says them exactly. */
function rankOf({ search, near, ranked, place }: OfferCriteria, sort: OfferSort): { rank: Prisma.Sql; cast: string } {
  const seconds = Prisma.sql`(-extract(epoch FROM s.published_at))::bigint`;
  switch (sort) {
    case 'pertinence':
      // Those that were not ranked come after, the newest first.
      if (ranked) return { rank: Prisma.sql`coalesce(${rankAmong(ranked, Prisma.sql`s.offer_id`)}, 4102444800 + ${seconds})::bigint`, cast: 'bigint' };
      return { rank: search.words.length > 0 ? Prisma.sql`(-(1000 * ${wordRank(wordQuery(search.words, near), { sideBySide: true })})::int)::bigint` : seconds, cast: 'bigint' };
    case 'distance':
      // At a distance, one is nowhere: after what can be reached.
      return { rank: place?.circle ? Prisma.sql`coalesce(${metresFrom(place.circle)}, 99999999)::bigint` : seconds, cast: 'bigint' };
    case 'debut':
      return { rank: Prisma.sql`coalesce(s.starts_on - DATE '2000-01-01', 99999)::bigint`, cast: 'bigint' };
    case 'date':
      return { rank: seconds, cast: 'bigint' };
  }
}
