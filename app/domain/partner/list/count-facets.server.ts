import type { Actor } from '~/access/actor';
import type { Ctx } from '~/access/context';
import { Prisma } from '#prisma';
import { allBut, conditionsOf, engagementSays, engagementsOf, isCovered, partnersOf, type Conditions } from './conditions.server';
import type { Criteria } from './criteria';
import { manyValued, type ManyValued, type Merit, type PartnerFilters } from './filters';
import { criteriaFor } from './list-partners.server';
import { groupsInOrder, type Key } from './groups-in-order.server';
import { nobody, type ListValues } from './list-values';

/** How many partners each value of a filter would show, the other filters staying as they are. Absent means none. */
export type FacetCounts = Record<ManyValued, Record<string, number>> & { atout: Partial<Record<Merit, number>> };

const asking = [...manyValued, 'atout'] as const;
type Asking = (typeof asking)[number];

/**
 * Rows grouped by a number that stands for all that these filters ask of them (`kinds_key`, `standing_key`… of the migrations
 * counted_by_keys, counted_by_fewer_keys): one row of each group, read again as `s`, says the values of the whole group.
 */
type Grouping = { by: Key; says: Partial<Record<Asking, Prisma.Sql>> };

function groupingsFor({ missionLocaleId }: Actor, today: string): Grouping[] {
  const says = { etape: Prisma.sql`s.stage::text`, atout: Prisma.sql`unnest(CASE WHEN s.has_youth_label THEN '{label}'::text[] END || CASE WHEN ${isCovered(today)} THEN '{accord}'::text[] END)` };
  const referent = Prisma.sql`s.officer_id::text`;
  return [
    { by: 'kinds_key', says: { typologie: Prisma.sql`unnest(s.kind_ids)::text` } },
    { by: 'themes_key', says: { thematique: Prisma.sql`unnest(s.theme_codes)` } },
    { by: 'forms_key', says: { forme: Prisma.sql`unnest(s.form_ids)::text` } },
    { by: 'tags_key', says: { etiquette: Prisma.sql`unnest(s.tag_ids)::text` } },
    { by: 'place_key', says: { departement: Prisma.sql`s.departement_code`, taille: Prisma.sql`s.headcount_band` } },
    // A region is told who has nobody in charge and no more: its standing says so, hundreds of people are not counted one by one.
    { by: 'standing_key', says: missionLocaleId ? says : { ...says, referent } },
    ...(missionLocaleId ? [{ by: 'officer_id' as const, says: { referent } }] : []),
  ];
}

/**
 * Counts the values of every filter in one query. The rows that fit all that is asked are read once and grouped by each number
 * that says something of a filter on which nothing is chosen (GROUPING SETS). A filter that has a choice must not count against
 * itself: it is counted over the rows that fit the others.
 */
export async function countFacets(ctx: Ctx, asked: PartnerFilters): Promise<FacetCounts> {
  const { criteria, values } = await criteriaFor(ctx, asked);
  const { from } = partnersOf(ctx.actor);
  const conditions = conditionsOf(criteria, ctx.actor);
  const groupings = groupingsFor(ctx.actor, criteria.today);
  const chosen = asking.filter((name) => conditions[name] && !(name === 'forme' && criteria.engagement));
  const { before, rows, rowsBut } = rowsToCount(ctx.actor, conditions, chosen, groupings);

  const oneOfThem = Prisma.sql`${ctx.actor.missionLocaleId ? Prisma.sql`${ctx.actor.missionLocaleId}::uuid` : Prisma.sql`any_value(s.mission_locale_id)`} AS of_one, any_value(s.partnership_id) AS one_row, count(*) AS n`;
  const open = groupings.filter(({ says }) => namesIn(says).some((name) => !conditions[name]));
  const columns = open.map(({ by }) => Prisma.raw(by));
  // GROUPING has a bit for each column, the last one lowest: it is 0 for the column that the group is about. A filter counted apart has a number below zero.
  const aboutAll = ({ by }: Grouping) => 2 ** open.length - 1 - 2 ** (open.length - 1 - open.findIndex((one) => one.by === by));
  const aboutOne = (name: Asking) => -1 - asking.indexOf(name);
  const apart = groupings.flatMap(({ by, says }) => namesIn(says).filter((name) => chosen.includes(name)).map((name) => ({ by, name, about: aboutOne(name) })));
  /** Nothing is asked, but whether they are archived, and what is `left` out: these are grouped in the order of an index. */
  const areAll = (...left: Asking[]) => Object.keys(conditions).every((name) => name === 'archives' || left.includes(name as Asking));
  const inOrder = [...(areAll() ? open.map((grouping) => ({ by: grouping.by, about: aboutAll(grouping) })) : []), ...apart.filter(({ name }) => areAll(name))];
  const groups = [
    ...groupsInOrder(ctx.actor, conditions.archives, inOrder),
    ...(open.length > 0 && !areAll() ? [Prisma.sql`SELECT GROUPING(${Prisma.join(columns)}) AS about, ${oneOfThem} ${rows} GROUP BY GROUPING SETS (${Prisma.join(columns.map((by) => Prisma.sql`(${by})`))})`] : []),
    ...apart.filter(({ name }) => !areAll(name)).map(({ by, name, about }) => Prisma.sql`SELECT ${about}::int AS about, ${oneOfThem} ${rowsBut(name)} GROUP BY ${Prisma.raw(by)}`),
  ];
  const said = groupings.flatMap((grouping) =>
    namesIn(grouping.says)
      .filter((name) => !conditions[name] || chosen.includes(name))
      .map((name) => Prisma.sql`SELECT ${name} AS facet, ${grouping.says[name]!} AS id WHERE g.about = ${conditions[name] ? aboutOne(name) : aboutAll(grouping)}::int`),
  );
  // LIMIT 1: one look for each group. As a join, PostgreSQL may read every partner instead.
  const counts = await ctx.db.$queryRaw<Count[]>`
    ${before} SELECT said.facet, said.id, sum(g.n)::int AS count FROM (${Prisma.join(groups, ' UNION ALL ')}) AS g,
      LATERAL (SELECT s.* FROM ${from} WHERE s.mission_locale_id = g.of_one AND s.partnership_id = g.one_row LIMIT 1) AS s,
      LATERAL (${Prisma.join(said, ' UNION ALL ')}) AS said GROUP BY 1, 2
    ${criteria.engagement ? Prisma.sql`UNION ALL ${formsOf(ctx.actor, conditions, criteria.engagement)}` : Prisma.empty}`;
  return byValue(counts, values);
}

const namesIn = (says: Grouping['says']) => Object.keys(says) as Asking[];

/** Asked of one engagement together with a level, a month or a trade: the forms of the engagements that say the rest. */
function formsOf(actor: Actor, conditions: Conditions, asked: NonNullable<Criteria['engagement']>): Prisma.Sql {
  const { from, scope } = partnersOf(actor);
  return Prisma.sql`SELECT 'forme' AS facet, e.form_id::text AS id, count(*)::int AS count FROM ${from} JOIN ${engagementsOf(actor)} ON e.partnership_id = s.partnership_id
    WHERE ${scope} AND ${allBut(conditions, 'forme')} AND ${engagementSays(asked, actor, { anyForm: true })} GROUP BY 2`;
}

/**
 * The rows that fit all the filters, and those that fit all but one of the `chosen`. With several choices, those that miss at most one
 * of them are read once, and kept `before` with the one that they miss: a reading for each choice would look into every row again.
 */
function rowsToCount(actor: Actor, conditions: Conditions, chosen: readonly Asking[], groupings: readonly Grouping[]): { before: Prisma.Sql; rows: Prisma.Sql; rowsBut: (left: Asking) => Prisma.Sql } {
  const { from, scope } = partnersOf(actor);
  const rowsBut = (...left: Asking[]) => Prisma.sql`FROM ${from} WHERE ${scope} AND ${allBut(conditions, ...left)}`;
  if (chosen.length < 2) return { before: Prisma.empty, rows: rowsBut(), rowsBut };
  const others = (name: Asking) => Prisma.join(chosen.filter((other) => other !== name).map((other) => conditions[other]!), ' AND ');
  const before = Prisma.sql`WITH almost AS MATERIALIZED (SELECT s.mission_locale_id, s.partnership_id, ${Prisma.join(groupings.map(({ by }) => Prisma.raw(by)))},
      CASE ${Prisma.join(chosen.map((name) => Prisma.sql`WHEN (${conditions[name]!}) IS NOT TRUE THEN ${name}`), ' ')} ELSE '' END AS missed
    ${rowsBut(...chosen)} AND (${Prisma.join(chosen.map((name) => Prisma.sql`(${others(name)})`), ' OR ')}))`;
  return { before, rows: Prisma.sql`FROM almost s WHERE missed = ''`, rowsBut: (left) => Prisma.sql`FROM almost s WHERE missed IN ('', ${left})` };
}

type Count = { facet: Asking; id: string | null; count: number };

function byValue(rows: Count[], values: ListValues): FacetCounts {
  const counts = Object.fromEntries(asking.map((name) => [name, {}])) as FacetCounts;
  const valueOf = new Map(manyValued.flatMap((name) => values[name].flatMap(({ value, ids }) => ids.map((id) => [`${name}:${id}`, value] as const))));
  for (const { facet, id, count } of rows) {
    const value = facet === 'atout' ? id : valueOf.get(`${facet}:${id ?? nobody}`);
    if (value) counts[facet][value as Merit] = (counts[facet][value as Merit] ?? 0) + count;
  }
  return counts;
}
