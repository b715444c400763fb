import type { Ctx } from '~/access/context';
import { Prisma } from '#prisma';
import { criteriaForOffers } from './criteria-for-offers.server';
import { allBut, offerConditions, offerFacets, type OfferFacet } from './offer-conditions.server';
import type { OfferFilters } from './offer-filters';

/** How many offers each value of a filter would show, the other filters staying as they are. Absent means none. */
export type OfferFacetCounts = Record<OfferFacet, Record<string, number>>;

const columns: Record<OfferFacet, { column: Prisma.Sql; isArray: boolean }> = {
  sorte: { column: Prisma.sql`s.kind`, isArray: false },
  thematique: { column: Prisma.sql`s.theme_codes`, isArray: true },
  contrat: { column: Prisma.sql`s.contract`, isArray: false },
  public: { column: Prisma.sql`s.publics`, isArray: true },
  dispositif: { column: Prisma.sql`s.schemes`, isArray: true },
  accueil: { column: Prisma.sql`s.reception_modes`, isArray: true },
};

/**
 * Counts the values of every filter in one query. The offers that fit all that is not counted are read once and put together where
 * they say the same of every facet: a few hundred sorts of offers, which each facet then counts as the other facets keep them.
 */
export async function countOfferFacets(ctx: Ctx, asked: OfferFilters): Promise<OfferFacetCounts> {
  const conditions = offerConditions(await criteriaForOffers(ctx, asked));
  const said = Prisma.join(offerFacets.map((facet) => columns[facet].column));
  const read = offerFacets.map((facet) => {
    const others = offerFacets.flatMap((other) => (other === facet ? [] : (conditions[other] ?? [])));
    const kept = others.length > 0 ? Prisma.join(others, ' AND ') : Prisma.sql`true`;
    const { column, isArray } = columns[facet];
    return isArray
      ? Prisma.sql`SELECT ${facet} AS facet, one AS value, sum(s.n)::int AS count FROM sorts s, unnest(${column}) AS one WHERE ${kept} GROUP BY one`
      : Prisma.sql`SELECT ${facet} AS facet, ${column}::text AS value, sum(s.n)::int AS count FROM sorts s WHERE ${kept} AND ${column} IS NOT NULL GROUP BY ${column}`;
  });
  const rows = await ctx.db.$queryRaw<{ facet: OfferFacet; value: string; count: number }[]>`
    WITH sorts AS MATERIALIZED (SELECT ${said}, count(*) AS n FROM search.offer_seen s WHERE ${allBut(conditions, ...offerFacets)} GROUP BY ${said})
    ${Prisma.join(read, ' UNION ALL ')}`;
  const counts = Object.fromEntries(offerFacets.map((facet) => [facet, {}])) as OfferFacetCounts;
  for (const { facet, value, count } of rows) counts[facet][value] = count;
  return counts;
}
