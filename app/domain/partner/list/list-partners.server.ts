import type { Ctx } from '~/access/context';
import { parisDay } from '~/domain/text/paris-day';
import { askForPartners } from './ask-for-partners.server';
import { countOf } from './conditions.server';
import { asksArchived, criteriaOf, type Criteria, type Place } from './criteria';
import { noFilters, type PartnerFilters, type Sort } from './filters';
import { findPlace } from './find-place.server';
import type { ListValues } from './list-values';
import { listValues } from './list-values.server';
import { nearWordsOf } from './near-words.server';
import { onePage, type FoundPage } from './one-page.server';
import { readSearch } from './read-search';
import { wordsFor, type PartnerRow } from './partner-row';

export type PartnerList = {
  rows: PartnerRow[];
  /** How many partners the filters find, exactly. */
  total: number;
  /** Rank of the first row shown, from 1. */
  from: number;
  /** What follows or precedes this page, for the address (`apres`, `avant`); null at either end. */
  next: string | null;
  previous: string | null;
  sort: Sort;
  /** By date of change: that of each row to the microsecond, where a walk through the list starts. */
  dates: string[] | null;
  filters: PartnerFilters;
  values: ListValues;
  place: Place | null;
  /** Around a place: how many fit all the other filters but have no position. */
  unplaced: number;
  /** The words really looked for, when nothing was spelled exactly so. */
  corrected: string | null;
  notices: string[];
};

type Asked = Partial<PartnerFilters> & { apres?: string | null; avant?: string | null };

/** Fewer hits than this, and words spelled nearly the same are looked for too. */
const tooFew = 5;

/**
 * One page of the partners that the actor sees and the filters keep, in their order. Filters that do not exist are left out
 * and said in `notices`. A fixed number of queries: values, page; one more for a place, two for a doubtful spelling.
 */
export async function listPartners(ctx: Ctx, asked: Asked): Promise<PartnerList> {
  return listWithTotal(ctx, asked, null);
}

type CountAll = (criteria: Criteria, values: ListValues) => Promise<number>;

/** The same; `countAll` counts them where something more is told of all of them beside the page, so that they are looked for once. */
export async function listWithTotal(ctx: Ctx, { apres = null, avant = null, ...asked }: Asked, countAll: CountAll | null): Promise<PartnerList> {
  const { criteria, filters, values, notices } = await understandWithEngine(ctx, { ...noFilters, ...asked });
  const sort = sortOf(filters, criteria);
  const { found, corrected } = await search(ctx, criteria, async (criteria) => onePage(ctx, { criteria, sort, counted: await countAll?.(criteria, values) }, apres, avant));
  return { ...found, rows: found.rows.map(wordsFor(values)), sort, dates: isByChange(sort) ? found.rows.map(({ key }) => String(key[0])) : null, filters, values, place: criteria.place, corrected, notices };
}

export type Understood = { criteria: Criteria; filters: PartnerFilters; values: ListValues; notices: string[] };

/** What the filters of an address mean for this person: two queries at most. */
export const understand = async (ctx: Ctx, asked: PartnerFilters): Promise<Understood> => (await understandMeanwhile(ctx, asked, async () => null)).understood;

/** The same, with what the engine beside PostgreSQL found for the words, asked while the database reads the values. That it was silent is said in `notices`. */
async function understandWithEngine(ctx: Ctx, asked: PartnerFilters): Promise<Understood> {
  const { understood, answer } = await understandMeanwhile(ctx, asked, (place) => askForPartners(ctx, { search: readSearch(asked.q), place, isArchived: asksArchived(asked) }));
  const { criteria, notices } = understood;
  return { ...understood, criteria: answer.ranked ? { ...criteria, ranked: answer.ranked } : criteria, notices: answer.notice ? [...notices, answer.notice] : notices };
}

async function understandMeanwhile<T>(ctx: Ctx, asked: PartnerFilters, meanwhile: (place: Place | null) => Promise<T>): Promise<{ understood: Understood; answer: T }> {
  const { place, code, notices } = await findPlace(ctx, asked);
  const [values, answer] = await Promise.all([listValues(ctx), meanwhile(place)]);
  const { criteria, applied, notices: lost } = criteriaOf(asked, values, place, parisDay(ctx.now));
  const understood = { criteria, values, filters: { ...applied, commune: code, communeText: '', autour: place && !code ? asked.autour : '', ...wayOf(asked, place) }, notices: [...notices, ...lost] };
  return { understood, answer };
}

/** How far around, as the address says it: a radius or minutes, and neither round a commune alone. */
function wayOf({ minutes, moyen }: PartnerFilters, place: Place | null): Pick<PartnerFilters, 'rayon' | 'minutes' | 'moyen'> {
  if (!place?.circle) return { rayon: 0, minutes: 0, moyen: null };
  return minutes && moyen ? { rayon: 0, minutes, moyen } : { rayon: place.circle.km, minutes: 0, moyen: null };
}

/**
 * The criteria that the list itself uses for these filters, nearest spellings included: what is counted, exported or changed
 * together is what was on screen.
 */
export async function criteriaFor(ctx: Ctx, asked: PartnerFilters): Promise<Understood> {
  const understood = await understandWithEngine(ctx, asked);
  const { criteria } = understood;
  if (criteria.ranked?.isWhole || criteria.search.words.length === 0) return understood;
  const total = await countPartners(ctx, criteria);
  if (total >= tooFew) return understood;
  const near = await nearWordsOf(ctx, criteria.search.words, { evenKnown: total === 0 });
  return { ...understood, criteria: near.size > 0 ? { ...criteria, near } : criteria };
}

/** Is this an order that the work itself changes? */
export const isByChange = (sort: Sort) => sort === 'modification' || sort === '-modification';

/** The order asked for, when it means something here; else the one that people expect. */
export function sortOf({ tri }: PartnerFilters, { search, place }: Criteria): Sort {
  if (tri && (tri !== 'distance' || place?.circle) && (tri !== 'pertinence' || search.words.length > 0)) return tri;
  if (search.words.length > 0) return 'pertinence';
  return place?.circle ? 'distance' : 'nom';
}

async function search(ctx: Ctx, criteria: Criteria, onePage: (criteria: Criteria) => Promise<FoundPage>): Promise<{ found: FoundPage; corrected: string | null }> {
  const exact = await onePage(criteria);
  const { words } = criteria.search;
  if (exact.total >= tooFew || words.length === 0 || criteria.ranked?.isWhole) return { found: exact, corrected: null };
  const near = await nearWordsOf(ctx, words, { evenKnown: exact.total === 0 });
  if (near.size === 0) return { found: exact, corrected: null };
  const found = await onePage({ ...criteria, near });
  if (found.total === exact.total) return { found: exact, corrected: null };
  return { found, corrected: words.map((word) => near.get(word)?.[0] ?? word).join(' ') };
}

/** How many partners these criteria keep. */
export async function countPartners(ctx: Ctx, criteria: Criteria): Promise<number> {
  const [{ count }] = await ctx.db.$queryRaw<[{ count: number }]>(countOf(criteria, ctx.actor));
  return count;
}
