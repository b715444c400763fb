import type { Ctx } from '~/access/context';
import { parisDay } from '~/domain/text/paris-day';
import { askForPartners } from './ask-for-partners.server';
import { allBut, conditionsOf, countOf, partnersOf } from './conditions.server';
import { asksArchived, criteriaOf, type Criteria, type Place } from './criteria';
import { noFilters, type PartnerFilters, type Sort } from './filters';
import { findPlace } from './find-place.server';
import type { ListValues } from './list-values';
import { listValues } from './list-values.server';
import { correctedWords, respelled, respelledAll, spellingsOf } from './near-words.server';
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

/**
 * One page of the partners that the actor sees and the filters keep, in their order. Filters that do not exist are left out
 * and said in `notices`. `values`: those of the filters, when they are known. A fixed number of queries: values, page; one more for words and for a place, two for a doubtful spelling.
 */
export async function listPartners(ctx: Ctx, asked: Asked, values?: ListValues): Promise<PartnerList> {
  return listWithTotal(ctx, asked, null, values);
}

type CountAll = (criteria: Criteria, values: ListValues) => Promise<number>;

/** The same; `countAll` counts them where something more is told of all of them beside the page, so that they are looked for once. */
export async function listWithTotal(ctx: Ctx, { apres = null, avant = null, ...asked }: Asked, countAll: CountAll | null, known?: ListValues): Promise<PartnerList> {
  const { criteria, filters, values, notices } = await understandWithEngine(ctx, { ...noFilters, ...asked }, known);
  const sort = sortOf(filters, criteria);
  const { found, corrected } = await search(ctx, criteria, async (criteria) => onePage(ctx, { criteria, sort, counted: await countAll?.(criteria, values) }, apres, avant));
  return { ...found, rows: found.rows.map(wordsFor(values)), sort, dates: isByChange(sort) ? found.rows.map(({ key }) => String(key[0])) : null, filters, values, place: criteria.place, corrected, notices };
}

export type Understood = { criteria: Criteria; filters: PartnerFilters; values: ListValues; notices: string[] };

/** What the filters of an address mean for this person: two queries at most. */
export const understand = async (ctx: Ctx, asked: PartnerFilters): Promise<Understood> => (await understandMeanwhile(ctx, asked, async () => null)).understood;

/**
 * The same, with what the engine beside PostgreSQL found for the words, asked while the database reads the values; and other spellings of words
 * that are nowhere. That the engine was silent is said in `notices`.
 */
async function understandWithEngine(ctx: Ctx, asked: PartnerFilters, known?: ListValues): Promise<Understood> {
  const search = readSearch(asked.q);
  const { understood, answer: [answer, spellings] } = await understandMeanwhile(ctx, asked, (place) =>
    Promise.all([askForPartners(ctx, { search, place, isArchived: asksArchived(asked) }), spellingsOf(ctx, search.words)]), known);
  const { notices } = understood;
  const criteria = answer.ranked ? { ...understood.criteria, ranked: answer.ranked } : understood.criteria;
  return { ...understood, criteria: await respelled(criteria, spellings, (criteria) => findsAny(ctx, criteria)), notices: answer.notice ? [...notices, answer.notice] : notices };
}

async function understandMeanwhile<T>(ctx: Ctx, asked: PartnerFilters, meanwhile: (place: Place | null) => Promise<T>, known?: ListValues): Promise<{ understood: Understood; answer: T }> {
  const { place, code, notices } = await findPlace(ctx, asked);
  const [values, answer] = await Promise.all([known ?? listValues(ctx), meanwhile(place)]);
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
  const isSure = criteria.near !== undefined || criteria.search.words.length === 0 || criteria.ranked?.isWhole || (await findsAny(ctx, criteria));
  return isSure ? understood : { ...understood, criteria: (await respelledAll(ctx, criteria)) ?? criteria };
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
  const found = await onePage(criteria);
  if (found.total > 0) return { found, corrected: correctedWords(criteria) };
  const otherwise = await respelledAll(ctx, criteria);
  const other = otherwise && (await onePage(otherwise));
  return otherwise && other && other.total > 0 ? { found: other, corrected: correctedWords(otherwise) } : { found, corrected: null };
}

/** Do these criteria keep a partner? */
async function findsAny({ db, actor }: Ctx, criteria: Criteria): Promise<boolean> {
  const { from, scope } = partnersOf(actor);
  const [{ any }] = await db.$queryRaw<[{ any: boolean }]>`SELECT EXISTS (SELECT FROM ${from} WHERE ${scope} AND ${allBut(conditionsOf(criteria, actor))}) AS any`;
  return any;
}

/** How many partners these criteria keep. */
export async function countPartners(ctx: Ctx, criteria: Criteria): Promise<number> {
  const [{ count }] = await ctx.db.$queryRaw<[{ count: number }]>(countOf(criteria, ctx.actor));
  return count;
}
