import type { Ctx } from '~/access/context';
import { Prisma } from '#prisma';
import { allBut, conditionsOf, partnersOf, type Conditions } from './conditions.server';
import type { ManyValued, PartnerFilters } from './filters';
import { criteriaFor } from './list-partners.server';
import { nobody, type ListValues } from './list-values.server';

/** How many partners each value of a filter would show, the other filters staying as they are. Absent means none. */
export type FacetCounts = Record<ManyValued, Record<string, number>>;

const facets = {
  typologie: { column: Prisma.sql`kind_ids`, isArray: true },
  thematique: { column: Prisma.sql`theme_codes`, isArray: true },
  etape: { column: Prisma.sql`stage`, isArray: false },
  forme: { column: Prisma.sql`form_ids`, isArray: true },
  departement: { column: Prisma.sql`departement_code`, isArray: false },
  etiquette: { column: Prisma.sql`tag_ids`, isArray: true },
  referent: { column: Prisma.sql`officer_id`, isArray: false },
} satisfies Record<ManyValued, { column: Prisma.Sql; isArray: boolean }>;

const names = Object.keys(facets) as ManyValued[];

/**
 * Counts the values of every filter in one query. Rows that fit all that is not a facet are read once; each facet then counts
 * those that fit the other facets. Whole sets are grouped before they are taken apart: there are few of them.
 */
export async function countFacets(ctx: Ctx, asked: PartnerFilters): Promise<FacetCounts> {
  const { criteria, values } = await criteriaFor(ctx, asked);
  const { from, scope } = partnersOf(ctx.actor);
  const conditions = conditionsOf(criteria, ctx.actor);
  const chosen = names.filter((name) => conditions[name]);
  const fits = (name: ManyValued) => Prisma.raw(`fits_${name}`);
  const counted = names.map((name) => {
    const others = chosen.filter((other) => other !== name).map(fits);
    const where = others.length > 0 ? Prisma.sql`WHERE ${Prisma.join(others, ' AND ')}` : Prisma.empty;
    const { column, isArray } = facets[name];
    const groups = Prisma.sql`SELECT ${column} AS v, count(*) AS n FROM base ${where} GROUP BY ${column}`;
    return isArray
      ? Prisma.sql`SELECT ${name} AS facet, one::text AS id, sum(n)::int AS count FROM (${groups}) AS g, unnest(g.v) AS one GROUP BY one`
      : Prisma.sql`SELECT ${name} AS facet, v::text AS id, n::int AS count FROM (${groups}) AS g`;
  });
  const rows = await ctx.db.$queryRaw<{ facet: ManyValued; id: string | null; count: number }[]>`
    WITH base AS MATERIALIZED (SELECT ${Prisma.join([...names.map((name) => facets[name].column), ...chosen.map((name) => Prisma.sql`(${conditions[name]!}) AS ${fits(name)}`)])}
      FROM ${from} WHERE ${scope} AND ${others(conditions)})
    ${Prisma.join(counted, ' UNION ALL ')}`;
  return byValue(rows, values);
}

const others = (conditions: Conditions) => allBut(conditions, ...names);

function byValue(rows: { facet: ManyValued; id: string | null; count: number }[], values: ListValues): FacetCounts {
  const counts = Object.fromEntries(names.map((name) => [name, {}])) as FacetCounts;
  const valueOf = new Map(names.flatMap((name) => values[name].flatMap(({ value, ids }) => ids.map((id) => [`${name}:${id}`, value] as const))));
  for (const { facet, id, count } of rows) {
    const value = valueOf.get(`${facet}:${id ?? nobody}`);
    if (value) counts[facet][value] = (counts[facet][value] ?? 0) + count;
  }
  return counts;
}
