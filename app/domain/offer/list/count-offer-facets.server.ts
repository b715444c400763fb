import type { Ctx } from '~/access/context';
import { Prisma } from '#prisma';
import { askForOffers } from './ask-for-offers.server';
import { allBut, offerConditions, offerFacets, type OfferFacet } from './offer-conditions.server';
import type { OfferFilters } from './offer-filters';
import { understandOffers } from './understand-offers.server';

/** How many offers each value of a filter would show, the other filters staying as they are. Absent means none. */
export type OfferFacetCounts = Record<OfferFacet, Record<string, number>>;

const columns: Record<OfferFacet, { column: Prisma.Sql; isArray: boolean }> = {
  sorte: { column: Prisma.sql`s.kind::text`, isArray: false },
  thematique: { column: Prisma.sql`s.theme_codes`, isArray: true },
  contrat: { column: Prisma.sql`s.contract`, isArray: false },
  public: { column: Prisma.sql`s.publics`, isArray: true },
  dispositif: { column: Prisma.sql`s.schemes`, isArray: true },
  accueil: { column: Prisma.sql`s.reception_modes`, isArray: true },
};

/** Counts the values of every filter in one query: the rows that fit all that is not counted are read once. */
export async function countOfferFacets(ctx: Ctx, asked: OfferFilters): Promise<OfferFacetCounts> {
  const { criteria } = await askForOffers(ctx, (await understandOffers(ctx, asked)).criteria);
  const conditions = offerConditions(criteria);
  const chosen = offerFacets.filter((facet) => conditions[facet]);
  const fits = (facet: OfferFacet) => Prisma.raw(`fits_${facet}`);
  const marks = chosen.map((facet) => Prisma.sql`, (${conditions[facet]!}) AS ${fits(facet)}`);
  const read = offerFacets.map((facet) => {
    const others = chosen.filter((other) => other !== facet).map(fits);
    const kept = others.length > 0 ? Prisma.join(others, ' AND ') : Prisma.sql`true`;
    const value = Prisma.raw(`v_${facet}`);
    return columns[facet].isArray
      ? Prisma.sql`SELECT ${facet} AS facet, one AS value, count(*)::int AS count FROM base, unnest(${value}) AS one WHERE ${kept} GROUP BY one`
      : Prisma.sql`SELECT ${facet} AS facet, ${value} AS value, count(*)::int AS count FROM base WHERE ${kept} AND ${value} IS NOT NULL GROUP BY ${value}`;
  });
  const values = Prisma.join(offerFacets.map((facet) => Prisma.sql`${columns[facet].column} AS ${Prisma.raw(`v_${facet}`)}`));
  const rows = await ctx.db.$queryRaw<{ facet: OfferFacet; value: string; count: number }[]>`
    WITH base AS MATERIALIZED (SELECT ${values} ${marks.length > 0 ? Prisma.join(marks, ' ') : Prisma.empty} FROM search.offer_seen s WHERE ${allBut(conditions, ...offerFacets)})
    ${Prisma.join(read, ' UNION ALL ')}`;
  const counts = Object.fromEntries(offerFacets.map((facet) => [facet, {}])) as OfferFacetCounts;
  for (const { facet, value, count } of rows) counts[facet][value] = count;
  return counts;
}
