import type { Ctx } from '~/access/context';
import { knownId } from '~/domain/partnership/partnership-of.server';
import { Prisma } from '#prisma';
import { allBut, conditionsOf, partnersOf } from './conditions.server';
import { readFilters } from './read-filters';
import { criteriaFor, sortOf } from './list-partners.server';
import { sortKeyOf } from './sort-key.server';

/** Where a partner stands in a list that one works through; `isIn` is false once it has left it. */
export type Neighbours = { rank: number; total: number; isIn: boolean; previousId: string | null; nextId: string | null };

/**
 * The partners before and after this one in the list of an address (`address`: its query), and its rank: `known`, as the page that
 * led here counted it, else counted (the dearest part of it all). A partner that has left the list since (its stage changed, say)
 * keeps its place: what follows it is still what follows. Null for a partner that the person does not see. One query beyond those
 * that understand the address.
 */
export async function neighboursOf(ctx: Ctx, partnershipId: string | undefined, address: string, known: number | null = null): Promise<Neighbours | null> {
  const { filters } = readFilters(new URLSearchParams(address));
  const { criteria, filters: applied } = await criteriaFor(ctx, filters);
  const { from, scope } = partnersOf(ctx.actor);
  const sort = sortOf(applied, criteria);
  const { columns, isDescending } = sortKeyOf(sort, criteria);
  const where = Prisma.sql`${scope} AND ${allBut(conditionsOf(criteria, ctx.actor))}`;
  const names = columns.map((_, i) => Prisma.raw(`k${i}`));
  const named = Prisma.join(columns.map((column, i) => Prisma.sql`${column} AS ${names[i]}`));
  // An order that is computed is so once for all the rows found; another is walked by its index.
  const isComputed = sort === 'distance' || sort === 'pertinence';
  const rows = isComputed ? Prisma.sql`found s WHERE true` : Prisma.sql`${from} WHERE ${where}`;
  const keys = isComputed ? names.map((name) => Prisma.sql`s.${name}`) : columns;
  const id = isComputed ? Prisma.sql`s.${names.at(-1)}` : Prisma.sql`s.partnership_id`;
  const key = Prisma.join(keys);
  const here = Prisma.join(names.map((name) => Prisma.sql`here.${name}`));
  const [after, before] = isDescending ? [Prisma.raw('<'), Prisma.raw('>')] : [Prisma.raw('>'), Prisma.raw('<')];
  const ordered = (goesDown: boolean) => Prisma.sql`ORDER BY ${Prisma.join(keys.map((column) => (goesDown ? Prisma.sql`${column} DESC` : column)))} LIMIT 1`;
  const [found] = await ctx.db.$queryRaw<Neighbours[]>`
    WITH here AS (SELECT ${named} FROM ${from} WHERE ${scope} AND s.partnership_id = ${knownId(partnershipId)}::uuid)
      ${isComputed ? Prisma.sql`, found AS MATERIALIZED (SELECT ${named} FROM ${from} WHERE ${where})` : Prisma.empty}
    SELECT (SELECT count(*)::int FROM ${rows}) AS total, EXISTS (SELECT FROM ${rows} AND ${id} = ${knownId(partnershipId)}::uuid) AS "isIn",
      ${known === null ? Prisma.sql`(SELECT count(*)::int FROM ${rows} AND (${key}) ${before} (${here})) + 1` : Prisma.sql`${known}::int`} AS rank,
      (SELECT ${id}::text FROM ${rows} AND (${key}) ${before} (${here}) ${ordered(!isDescending)}) AS "previousId",
      (SELECT ${id}::text FROM ${rows} AND (${key}) ${after} (${here}) ${ordered(isDescending)}) AS "nextId"
    FROM here`;
  if (!found) return null;
  const { total, rank, isIn, previousId, nextId } = found;
  // Either end is sure, whatever was added or taken out since the page was counted.
  return { rank: previousId === null ? 1 : nextId === null ? Math.max(1, total + Number(!isIn)) : Math.min(rank, Math.max(1, total)), total, isIn, previousId, nextId };
}
