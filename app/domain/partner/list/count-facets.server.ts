import type { Ctx } from '~/access/context';
import { Prisma } from '#prisma';
import { allBut, conditionsOf, engagementSays, engagementsOf, isCovered, partnersOf } from './conditions.server';
import type { ManyValued, Merit, PartnerFilters } from './filters';
import { criteriaFor } from './list-partners.server';
import { nobody, type ListValues } from './list-values';

/** How many partners each value of a filter would show, the other filters staying as they are. Absent means none. */
export type FacetCounts = Record<ManyValued, Record<string, number>> & { atout: Partial<Record<Merit, number>> };

/** A column; or, for a set of values, the number that stands for the set (`key`, migration counted_by_keys), and the set. */
type Facet = { column: Prisma.Sql; key?: Prisma.Sql };

const facets: Record<ManyValued, Facet> = {
  typologie: { column: Prisma.sql`kind_ids`, key: Prisma.sql`kinds_key` },
  thematique: { column: Prisma.sql`theme_codes`, key: Prisma.sql`themes_key` },
  etape: { column: Prisma.sql`stage` },
  forme: { column: Prisma.sql`form_ids`, key: Prisma.sql`forms_key` },
  departement: { column: Prisma.sql`departement_code` },
  etiquette: { column: Prisma.sql`tag_ids`, key: Prisma.sql`tags_key` },
  referent: { column: Prisma.sql`officer_id` },
  taille: { column: Prisma.sql`headcount_band` },
};

const names = Object.keys(facets) as ManyValued[];
/** What recommends a partner is no column: it is counted apart, and must not count against itself either. */
const asking = [...names, 'atout'] as const;
type Asking = (typeof asking)[number];

/**
 * Counts the values of every filter in one query. The rows that fit all that is asked are read once, grouped by each filter on
 * which nothing is chosen at the same time (GROUPING SETS); a filter that has a choice must not count against itself, and is
 * counted over the rows that fit the others. A set (themes, tags…) is grouped by its number; one row of each group, read
 * again, gives the set to take apart: there are few of them.
 */
export async function countFacets(ctx: Ctx, asked: PartnerFilters): Promise<FacetCounts> {
  const { criteria, values } = await criteriaFor(ctx, asked);
  const { from, scope } = partnersOf(ctx.actor);
  const conditions = conditionsOf(criteria, ctx.actor);
  const rowsBut = (...left: Asking[]) => Prisma.sql`FROM ${from} WHERE ${scope} AND ${allBut(conditions, ...left)}`;
  const open = names.filter((name) => !conditions[name]);
  const groupedBy = (name: ManyValued) => facets[name].key ?? facets[name].column;
  const groups = (name: ManyValued) => {
    if (conditions[name]) return Prisma.sql`(SELECT ${groupedBy(name)}, ${oneOfThem}, count(*) AS n ${rowsBut(name)} GROUP BY 1) AS g`;
    // GROUPING has a bit for each column, the last one lowest: it is 0 for the column that the group is about.
    return Prisma.sql`(SELECT * FROM grouped WHERE which = ${2 ** open.length - 1 - 2 ** (open.length - 1 - open.indexOf(name))}::int) AS g`;
  };
  const counts = names.map((name) => {
    if (name === 'forme' && criteria.engagement) {
      // Asked of one engagement together with a level, a month or a trade: the forms of the engagements that say the rest.
      return Prisma.sql`SELECT 'forme' AS facet, e.form_id::text AS id, count(*)::int AS count FROM ${from} JOIN ${engagementsOf(ctx.actor)} ON e.partnership_id = s.partnership_id
        WHERE ${scope} AND ${allBut(conditions, 'forme')} AND ${engagementSays(criteria.engagement, ctx.actor, { anyForm: true })} GROUP BY 2`;
    }
    const { column, key } = facets[name];
    if (!key) return Prisma.sql`SELECT ${name} AS facet, g.${column}::text AS id, g.n::int AS count FROM ${groups(name)}`;
    return Prisma.sql`SELECT ${name} AS facet, one::text AS id, sum(g.n)::int AS count FROM ${groups(name)}
      JOIN ${from} ON s.mission_locale_id = g.of_one AND s.partnership_id = g.one_row, unnest(s.${column}) AS one GROUP BY one`;
  });
  const merits = Prisma.sql`count(*) FILTER (WHERE s.has_youth_label) AS label, count(*) FILTER (WHERE ${isCovered(criteria.today)}) AS agreement`;
  const all = conditions.atout ? Prisma.sql`(SELECT ${merits} ${rowsBut('atout')}) AS g` : Prisma.sql`(SELECT label, agreement FROM grouped WHERE which = ${2 ** open.length - 1}::int) AS g`;
  counts.push(Prisma.sql`SELECT 'atout' AS facet, merit.id, merit.n::int AS count FROM ${all}, LATERAL (VALUES ('label', g.label), ('accord', g.agreement)) AS merit (id, n)`);
  const sets = open.map((name) => Prisma.sql`, (${groupedBy(name)})`);
  const columns = open.length > 0 ? Prisma.sql`GROUPING(${Prisma.join(open.map(groupedBy))}) AS which, ${Prisma.join(open.map(groupedBy))}` : Prisma.sql`0 AS which`;
  const rows = await ctx.db.$queryRaw<{ facet: Asking; id: string | null; count: number }[]>`
    WITH grouped AS MATERIALIZED (SELECT ${columns}, ${oneOfThem}, count(*) AS n, ${merits}
      ${rowsBut()} GROUP BY GROUPING SETS (()${sets.length > 0 ? Prisma.join(sets, '') : Prisma.empty}))
    ${Prisma.join(counts, ' UNION ALL ')}`;
  return byValue(rows, values);
}

const oneOfThem = Prisma.sql`any_value(s.mission_locale_id) AS of_one, any_value(s.partnership_id) AS one_row`;

function byValue(rows: { facet: Asking; id: string | null; count: number }[], values: ListValues): FacetCounts {
  const counts = Object.fromEntries(asking.map((name) => [name, {}])) as FacetCounts;
  const valueOf = new Map(names.flatMap((name) => values[name].flatMap(({ value, ids }) => ids.map((id) => [`${name}:${id}`, value] as const))));
  for (const { facet, id, count } of rows) {
    if (facet === 'atout') {
      if (count > 0) counts.atout[id as Merit] = count;
      continue;
    }
    const value = valueOf.get(`${facet}:${id ?? nobody}`);
    if (value && count > 0) counts[facet][value] = (counts[facet][value] ?? 0) + count;
  }
  return counts;
}
