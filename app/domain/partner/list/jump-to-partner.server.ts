import type { Ctx } from '~/access/context';
import { fold } from '~/domain/text/fold';
import { Prisma } from '#prisma';
import { conditionsOf, partnersOf } from './conditions.server';
import type { Criteria } from './criteria';
import { isEmptySearch, readSearch } from './read-search';
import { wordQuery } from './word-query';

export type Jump = { id: string; name: string; commune: string | null; departementCode: string | null };

const most = 8;
/** Ranked among so many at most: somebody who typed three letters wants a quick answer, not the best of 10,000. */
const ranked = 300;

/**
 * A few partners for what was typed so far, to go to one at once: names that begin so first, then those that hold the words,
 * a SIRET or a telephone. Archived ones are left out. One query, two when few names begin so.
 */
export async function jumpToPartner(ctx: Ctx, typed: string): Promise<Jump[]> {
  const sought = readSearch(typed);
  if (isEmptySearch(sought)) return [];
  const begin = fold(typed.slice(0, 80)).replace(/[^a-z0-9]+/g, ' ').trim();
  const first = begin && sought.numbers.length === 0 ? await namedLike(ctx, begin) : [];
  if (first.length >= most || (begin.length < 3 && sought.numbers.length === 0)) return first;
  const others = await holding(ctx, sought);
  return [...first, ...others.filter(({ id }) => !first.some((one) => one.id === id))].slice(0, most);
}

const told = Prisma.sql`s.partnership_id::text AS id, s.name, s.commune_name AS commune, s.departement_code AS "departementCode"`;

function namedLike({ db, actor }: Ctx, begin: string): Promise<Jump[]> {
  const { from, scope } = partnersOf(actor);
  // `{` follows `z` in the order of the column: a range that its index walks.
  return db.$queryRaw<Jump[]>`SELECT ${told} FROM ${from} WHERE ${scope} AND NOT s.is_archived AND s.sort_name >= ${begin} AND s.sort_name < ${`${begin}{`}
    ORDER BY s.sort_name, s.partnership_id LIMIT ${most}`;
}

function holding({ db, actor }: Ctx, sought: Criteria['search']): Promise<Jump[]> {
  const { from, scope } = partnersOf(actor);
  const { search } = conditionsOf({ ...anything, search: sought }, actor);
  const rank = sought.words.length > 0 ? Prisma.sql`ts_rank('{0.02, 0.1, 0.3, 1}', f.words, ${wordQuery(sought.words)}::tsquery, 1)` : Prisma.sql`0::real`;
  return db.$queryRaw<Jump[]>`SELECT id, name, commune, "departementCode" FROM (SELECT ${told}, s.words, s.sort_name FROM ${from} WHERE ${scope} AND NOT s.is_archived AND ${search} LIMIT ${ranked}) f
    ORDER BY ${rank} DESC, f.sort_name LIMIT ${most}`;
}

const anything: Omit<Criteria, 'search'> = { kindIds: null, themeCodes: null, stages: null, formIds: null, engagement: null, listId: null, departementCodes: null, tagIds: null, officers: null, sizes: null, merits: null, today: '', place: null, isMine: false, isPlaceDoubtful: false, isArchived: false };
