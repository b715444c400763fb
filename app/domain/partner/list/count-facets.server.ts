import type { Ctx } from '~/access/context';
import { Prisma } from '#prisma';
import { allBut, conditionsOf, engagementSays, engagementsOf, isCovered, partnersOf } from './conditions.server';
import type { ManyValued, Merit, PartnerFilters } from './filters';
import { criteriaFor } from './list-partners.server';
import { nobody, type ListValues } from './list-values';

/** How many partners each value of a filter would show, the other filters staying as they are. Absent means none. */
export type FacetCounts = Record<ManyValued, Record<string, number>> & { atout: Partial<Record<Merit, number>> };

const facets = {
  typologie: { column: Prisma.sql`kind_ids`, isArray: true },
  thematique: { column: Prisma.sql`theme_codes`, isArray: true },
  etape: { column: Prisma.sql`stage`, isArray: false },
  forme: { column: Prisma.sql`form_ids`, isArray: true },
  departement: { column: Prisma.sql`departement_code`, isArray: false },
  etiquette: { column: Prisma.sql`tag_ids`, isArray: true },
  referent: { column: Prisma.sql`officer_id`, isArray: false },
  taille: { column: Prisma.sql`headcount_band`, isArray: false },
} satisfies Record<ManyValued, { column: Prisma.Sql; isArray: boolean }>;

const names = Object.keys(facets) as ManyValued[];
/** What recommends a partner is no column: it is counted apart, and must not count against itself either. */
const asking = [...names, 'atout'] as const;
type Asking = (typeof asking)[number];

/**
 * Counts the values of every filter in one query, which reads the rows once: they are grouped by each facet at the same time
 * (GROUPING SETS), and each facet counts in its groups the rows that fit the other facets. Whole sets (themes, tags…) are
 * grouped before they are taken apart: there are few of them.
 */
export async function countFacets(ctx: Ctx, asked: PartnerFilters): Promise<FacetCounts> {
  const { criteria, values } = await criteriaFor(ctx, asked);
  const { from, scope } = partnersOf(ctx.actor);
  const conditions = conditionsOf(criteria, ctx.actor);
  const columns = names.map((name) => facets[name].column);
  const chosen = asking.filter((name) => conditions[name]);
  const tally = (name: ManyValued) => Prisma.raw(chosen.includes(name) ? `but_${name}` : 'fitting');
  const counting = (left: Asking | null, ...also: Prisma.Sql[]) => {
    const asked = [...chosen.filter((name) => name !== left).map((name) => conditions[name]!), ...also];
    return asked.length > 0 ? Prisma.sql`count(*) FILTER (WHERE ${Prisma.join(asked, ' AND ')})` : Prisma.sql`count(*)`;
  };
  const tallies = [
    Prisma.sql`${counting(null)} AS fitting`,
    ...names.filter((name) => chosen.includes(name)).map((name) => Prisma.sql`${counting(name)} AS ${tally(name)}`),
    Prisma.sql`${counting('atout', Prisma.sql`s.has_youth_label`)} AS with_label`,
    Prisma.sql`${counting('atout', isCovered(criteria.today))} AS with_agreement`,
  ];
  // GROUPING has a bit for each column, the last one lowest: it is 0 for the column that the group is about.
  const ofFacet = (i: number) => Prisma.sql`FROM grouped WHERE which = ${2 ** names.length - 1 - 2 ** (names.length - 1 - i)}::int`;
  const read = names.map((name, i) => {
    if (name === 'forme' && criteria.engagement) {
      // Asked of one engagement together with a level, a month or a trade: the forms of the engagements that say the rest.
      return Prisma.sql`SELECT 'forme' AS facet, e.form_id::text AS id, count(*)::int AS count FROM ${from} JOIN ${engagementsOf(ctx.actor)} ON e.partnership_id = s.partnership_id
        WHERE ${scope} AND ${allBut(conditions, 'forme')} AND ${engagementSays(criteria.engagement, ctx.actor, { anyForm: true })} GROUP BY 2`;
    }
    const { column, isArray } = facets[name];
    const ofThis = ofFacet(i);
    return isArray
      ? Prisma.sql`SELECT ${name} AS facet, one::text AS id, sum(n)::int AS count FROM (SELECT ${column} AS v, ${tally(name)} AS n ${ofThis}) AS g, unnest(g.v) AS one GROUP BY one`
      : Prisma.sql`SELECT ${name} AS facet, ${column}::text AS id, ${tally(name)}::int AS count ${ofThis}`;
  });
  // Each row is in one stage: the groups by stage, which are few, hold them all once.
  read.push(Prisma.sql`SELECT 'atout' AS facet, merit.id, merit.n::int AS count FROM (SELECT sum(with_label) AS label, sum(with_agreement) AS agreement ${ofFacet(names.indexOf('etape'))}) AS all_stages,
    LATERAL (VALUES ('label', label), ('accord', agreement)) AS merit (id, n)`);
  const rows = await ctx.db.$queryRaw<{ facet: Asking; id: string | null; count: number }[]>`
    WITH grouped AS MATERIALIZED (SELECT GROUPING(${Prisma.join(columns)}) AS which, ${Prisma.join([...columns, ...tallies])}
      FROM ${from} WHERE ${scope} AND ${allBut(conditions, ...asking)}
      GROUP BY GROUPING SETS (${Prisma.join(columns.map((column) => Prisma.sql`(${column})`))}))
    ${Prisma.join(read, ' UNION ALL ')}`;
  return byValue(rows, values);
}

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
