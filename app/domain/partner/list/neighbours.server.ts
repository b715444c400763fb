import type { Ctx } from '~/access/context';
import { knownId } from '~/domain/partnership/partnership-of.server';
import { Prisma } from '#prisma';
import { allBut, conditionsOf, partnersOf } from './conditions.server';
import { readFilters } from './read-filters';
import { criteriaFor, isByChange, sortOf } from './list-partners.server';
import { sortKeyOf } from './sort-key.server';

/** Where a partner stands in a list that one works through; `isIn` is false once it has left it. `dates`: by date of change, when each last changed. */
export type Neighbours = { rank: number; total: number; isIn: boolean; previousId: string | null; nextId: string | null; dates: { here: string; previous: string | null; next: string | null } | null };

/** A walk by date of change: when it began (`since`), and when the partner where one stands had last changed then (`here`). Microseconds count. */
export type Began = { since: string; here: string | null };

/**
 * The partners before and after this one in the list of an address (`address`: its query), and its rank: `known`, as the page that
 * led here counted it, else counted (the dearest part of it all). A partner that has left the list since (its stage changed, say)
 * keeps its place: what follows it is still what follows. So does one that changed since a walk by date of change began: the others
 * that changed since are behind, as the work itself would send each to the other end of the list, and no walk would end.
 * Null for a partner that the person does not see. One query beyond those that understand the address.
 */
export async function neighboursOf(ctx: Ctx, partnershipId: string | undefined, address: string, known: number | null = null, began: Began | null = null): Promise<Neighbours | null> {
  const { filters } = readFilters(new URLSearchParams(address));
  const { criteria, filters: applied } = await criteriaFor(ctx, filters);
  const { from, scope } = partnersOf(ctx.actor);
  const sort = sortOf(applied, criteria);
  const { columns, read, isDescending } = sortKeyOf(sort, criteria);
  const byChange = isByChange(sort);
  const where = Prisma.sql`${scope} AND ${allBut(conditionsOf(criteria, ctx.actor))}`;
  const names = columns.map((_, i) => Prisma.raw(`k${i}`));
  const named = Prisma.join(columns.map((column, i) => Prisma.sql`${column} AS ${names[i]}`));
  const stood = Prisma.join(columns.map((column, i) => (i === 0 && byChange && began?.here ? Prisma.sql`${began.here}::timestamptz AS k0` : Prisma.sql`${column} AS ${names[i]}`)));
  // An order that is computed is so once for all the rows found; another is walked by its index.
  const isComputed = sort === 'distance' || sort === 'pertinence';
  const rows = isComputed ? Prisma.sql`found s WHERE true` : Prisma.sql`${from} WHERE ${where}`;
  const keys = isComputed ? names.map((name) => Prisma.sql`s.${name}`) : columns;
  const id = isComputed ? Prisma.sql`s.${names.at(-1)}` : Prisma.sql`s.partnership_id`;
  const key = Prisma.join(keys);
  const here = Prisma.join(names.map((name) => Prisma.sql`here.${name}`));
  const [after, before] = isDescending ? [Prisma.raw('<'), Prisma.raw('>')] : [Prisma.raw('>'), Prisma.raw('<')];
  const ordered = (goesDown: boolean) => Prisma.sql`ORDER BY ${Prisma.join(keys.map((column) => (goesDown ? Prisma.sql`${column} DESC` : column)))} LIMIT 1`;
  const isFrozen = byChange && began !== null;
  const settled = isFrozen ? Prisma.sql`AND ${columns[0]} <= ${began.since}::timestamptz` : Prisma.empty;
  const stop = byChange ? Prisma.sql`${id}::text || '~' || ${read[0]}` : Prisma.sql`${id}::text`;
  const [found] = await ctx.db.$queryRaw<Found[]>`
    WITH here AS (SELECT ${stood} FROM ${from} WHERE ${scope} AND s.partnership_id = ${knownId(partnershipId)}::uuid)
      ${isComputed ? Prisma.sql`, found AS MATERIALIZED (SELECT ${named} FROM ${from} WHERE ${where})` : Prisma.empty}
    SELECT (SELECT count(*)::int FROM ${rows}) AS total, EXISTS (SELECT FROM ${rows} AND ${id} = ${knownId(partnershipId)}::uuid) AS "isIn",
      ${known === null ? Prisma.sql`(SELECT count(*)::int FROM ${rows} AND (${key}) ${before} (${here})) + 1` : Prisma.sql`${known}::int`} AS rank,
      (SELECT ${stop} FROM ${rows} AND (${key}) ${before} (${here}) ${settled} ${ordered(!isDescending)}) AS previous,
      (SELECT ${stop} FROM ${rows} AND (${key}) ${after} (${here}) ${settled} ${ordered(isDescending)}) AS next,
      ${byChange ? Prisma.sql`to_char(here.k0 AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')` : Prisma.sql`NULL::text`} AS stood
    FROM here`;
  if (!found) return null;
  const { total, rank, isIn, stood: hereAt } = found;
  const [[previousId = null, previousAt = null], [nextId = null, nextAt = null]] = [found.previous?.split('~') ?? [], found.next?.split('~') ?? []];
  // Either end is sure, whatever was added or taken out since the page was counted.
  const isFirst = previousId === null && !(isFrozen && known);
  return { rank: isFirst ? 1 : nextId === null ? Math.max(1, total + Number(!isIn)) : Math.min(rank, Math.max(1, total)), total, isIn, previousId, nextId, dates: hereAt ? { here: hereAt, previous: previousAt, next: nextAt } : null };
}

type Found = Pick<Neighbours, 'rank' | 'total' | 'isIn'> & { previous: string | null; next: string | null; stood: string | null };
