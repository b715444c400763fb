import type { Ctx } from '~/access/context';
import { knownId } from '~/domain/partnership/partnership-of.server';
import { Prisma } from '#prisma';
import { allBut, conditionsOf, partnersOf } from './conditions.server';
import { readFilters } from './filters';
import { criteriaFor, sortOf } from './list-partners.server';
import { sortKeyOf } from './sort-key.server';

/** Where a partner stands in a list that one works through. */
export type Neighbours = { rank: number; total: number; previousId: string | null; nextId: string | null };

/**
 * The partners before and after this one in the list of an address (`address`: its query), and its rank. A partner that has
 * left the list since (its stage changed, say) keeps its place: what follows it is still what follows. Null for a partner that
 * the person does not see. One query beyond those that understand the address.
 */
export async function neighboursOf(ctx: Ctx, partnershipId: string | undefined, address: string): Promise<Neighbours | null> {
  const { filters } = readFilters(new URLSearchParams(address));
  const { criteria, filters: applied } = await criteriaFor(ctx, filters);
  const { from, scope } = partnersOf(ctx.actor);
  const { columns, isDescending } = sortKeyOf(sortOf(applied, criteria), criteria);
  const where = Prisma.sql`${scope} AND ${allBut(conditionsOf(criteria, ctx.actor))}`;
  const key = Prisma.join(columns);
  const here = Prisma.join(columns.map((_, i) => Prisma.raw(`here.k${i}`)));
  const [after, before] = isDescending ? [Prisma.raw('<'), Prisma.raw('>')] : [Prisma.raw('>'), Prisma.raw('<')];
  const ordered = (goesDown: boolean) => Prisma.sql`ORDER BY ${Prisma.join(columns.map((column) => (goesDown ? Prisma.sql`${column} DESC` : column)))} LIMIT 1`;
  const [found] = await ctx.db.$queryRaw<Neighbours[]>`
    SELECT (SELECT count(*)::int FROM ${from} WHERE ${where}) AS total,
      (SELECT count(*)::int FROM ${from} WHERE ${where} AND (${key}) ${before} (${here})) + 1 AS rank,
      (SELECT s.partnership_id::text FROM ${from} WHERE ${where} AND (${key}) ${before} (${here}) ${ordered(!isDescending)}) AS "previousId",
      (SELECT s.partnership_id::text FROM ${from} WHERE ${where} AND (${key}) ${after} (${here}) ${ordered(isDescending)}) AS "nextId"
    FROM (SELECT ${Prisma.join(columns.map((column, i) => Prisma.sql`${column} AS ${Prisma.raw(`k${i}`)}`))} FROM ${from} WHERE ${scope} AND s.partnership_id = ${knownId(partnershipId)}::uuid) AS here`;
  return found ? { rank: Math.min(found.rank, Math.max(1, found.total)), total: found.total, previousId: found.previousId, nextId: found.nextId } : null;
}
