import type { Ctx } from '~/access/context';
import { correctedWords, respelledAll } from '~/domain/partner/list/near-words.server';
import { keptCount, thisHour } from '~/domain/search/kept-count.server';
import { ofTheBest } from '~/domain/search/word-engine';
import { understandWithEngine } from './criteria-for-offers.server';
import { countOf, type OfferCriteria, type OfferPlace } from './offer-conditions.server';
import { offerCursor, readOfferCursor, type OfferCursor } from './offer-cursor';
import type { OfferFilters, OfferSort } from './offer-filters';
import { offersPerPage, pageOfOffers, type KeyedRow, type OfferRow } from './page-of-offers.server';

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

/**
 * One page of the offers that the actor may find and the filters keep. A fixed number of queries: the page with its count; one more for words and for
 * a place, two for a doubtful spelling.
 */
export async function listOffers(ctx: Ctx, { apres = null, avant = null, ...asked }: OfferFilters & { apres?: string | null; avant?: string | null }): Promise<OfferList> {
  const { criteria, notices } = await understandWithEngine(ctx, asked);
  const sort = sortOf(criteria);
  const told = { sort, filters: criteria.filters, place: criteria.place, notices };
  const found = await onePage(ctx, criteria, sort, apres, avant);
  if (found.total > 0) return { ...found, ...told, corrected: correctedWords(criteria) };
  const otherwise = await respelledAll(ctx, criteria);
  const other = otherwise && (await onePage(ctx, otherwise, sort, apres, avant));
  return otherwise && other && other.total > 0 ? { ...other, ...told, corrected: correctedWords(otherwise) } : { ...found, ...told, corrected: null };
}

/** The order asked for, when it means something here; else the one that people expect. */
export function sortOf({ filters: { tri }, search, place }: OfferCriteria): OfferSort {
  if (tri && (tri !== 'distance' || place?.circle) && (tri !== 'pertinence' || search.words.length > 0)) return tri;
  if (search.words.length > 0) return 'pertinence';
  return place?.circle ? 'distance' : 'date';
}

type Found = Pick<OfferList, 'rows' | 'total' | 'from' | 'next' | 'previous'>;

async function onePage(ctx: Ctx, criteria: OfferCriteria, sort: OfferSort, apres: string | null, avant: string | null): Promise<Found> {
  const before = ownPlace(readOfferCursor(avant, sort), criteria);
  const after = before ? null : ownPlace(readOfferCursor(apres, sort), criteria);
  const found = (sort === 'pertinence' && (await pageOfTheBest(ctx, criteria, before ?? after, before !== null))) || (await pageOfOffers(ctx, criteria, sort, before ?? after, before !== null));
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
  // Around a place there are few, looked for at once; sessions change apart from their offers, whose count would be kept.
  const best = criteria.place || criteria.filters.session ? null : ofTheBest(criteria, place ? Number(place.key[0]) : 0);
  const found = best && (await pageOfOffers(ctx, best, 'pertinence', place, isBackwards));
  if (!found || (!isBackwards && found.length <= offersPerPage)) return null;
  const total = await keptCount(ctx, 'offers', countOf({ ...criteria, now: thisHour(criteria.now) }));
  return found.map((row) => ({ ...row, total }));
}
