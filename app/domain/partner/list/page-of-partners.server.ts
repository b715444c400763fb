import type { Ctx } from '~/access/context';
import { Prisma } from '#prisma';
import { allBut, conditionsOf, isCovered, metresFrom, partnersOf } from './conditions.server';
import type { Criteria } from './criteria';
import type { Cursor } from './cursor';
import type { Sort } from './filters';
import type { FlatRow } from './partner-row';
import { sortKeyOf } from './sort-key.server';

/** Two screens of a laptop: what a person reads before filtering. Each row more is paid at every page. */
export const pageSize = 25;

/** `counted`: how many there are, when the caller has just counted them. */
export type Wanted = { criteria: Criteria; sort: Sort; size?: number; counted?: number } & ({ after: Cursor | null; before?: undefined } | { before: Cursor; after?: undefined });
export type FoundRow = FlatRow & { key: (string | number)[] };

export type PageOfPartners = {
  /** One more than the size of the page when others follow. */
  rows: FoundRow[];
  /** How many there are in all. */
  total: number;
  /** Around a place: how many fit everything else but have no position. */
  unplaced: number;
};

/** The rows of one page and how many there are in all: one query. */
export async function pageOfPartners(ctx: Ctx, wanted: Wanted): Promise<PageOfPartners> {
  const { criteria, sort, size = pageSize, counted } = wanted;
  const { from, scope } = partnersOf(ctx.actor);
  const conditions = conditionsOf(criteria, ctx.actor);
  const where = Prisma.sql`${scope} AND ${allBut(conditions)}`;
  const { columns, read, casts, isDescending } = sortKeyOf(sort, criteria);
  const place = wanted.after ?? wanted.before ?? null;
  const goesDown = isDescending !== (wanted.before !== undefined);
  const names = columns.map((_, i) => Prisma.raw(`k${i}`));
  const list = (parts: Prisma.Sql[]) => Prisma.join(parts, ', ');
  const beyond = (parts: Prisma.Sql[]) =>
    place === null ? Prisma.sql`true` : Prisma.sql`(${list(parts)}) ${goesDown ? Prisma.raw('<') : Prisma.raw('>')} (${list(place.key.map((value, i) => Prisma.sql`${value}::${Prisma.raw(casts[i]!)}`))})`;
  const ordered = (parts: Prisma.Sql[]) => Prisma.sql`ORDER BY ${list(parts.map((part) => (goesDown ? Prisma.sql`${part} DESC` : part)))} LIMIT ${size + 1}`;

  const circle = criteria.place?.circle;
  const flat = Prisma.sql`s.partnership_id AS id, ml.name AS agency, s.name, s.siret, s.kind_ids AS "kindIds", s.theme_codes AS "themeCodes",
    s.tag_ids AS "tagIds", s.form_ids AS "formIds", s.stage, s.stage_since AS "stageSince", s.officer_id AS "officerId", s.commune_name AS commune, s.postcode,
    s.departement_code AS "departementCode", s.latitude, s.longitude, s.address_line AS "addressLine", s.phone, s.email, s.website, s.updated_at AS "updatedAt", s.created_at AS "createdAt",
    s.is_patron AS "isPatron", s.headcount_band AS "headcountBand", s.has_youth_label AS "hasYouthLabel", ${isCovered(criteria.today)} AS "isCovered", ${circle ? metresFrom(circle) : Prisma.sql`NULL::int`} AS metres`;
  const agency = Prisma.sql`JOIN mission_locale ml ON ml.id = s.mission_locale_id`;
  const unplaced = circle ? Prisma.sql`(SELECT count(*)::int FROM ${from} WHERE ${scope} AND s.latitude IS NULL AND ${allBut(conditions, 'circle')})` : Prisma.sql`0`;

  const totals = (all: Prisma.Sql) => Prisma.sql`(SELECT ${counted === undefined ? Prisma.sql`(SELECT count(*)::int FROM ${all})` : Prisma.sql`${counted}::int`} AS total, ${unplaced} AS unplaced) AS totals`;

  const found =
    sort === 'distance' || sort === 'pertinence' || criteria.engagement
      ? // The order is computed, or an engagement looked up, for each row found: found once, then counted and cut.
        await ctx.db.$queryRaw<Found[]>`
      WITH found AS MATERIALIZED (SELECT s.mission_locale_id AS agency_id, ${list(columns.map((column, i) => Prisma.sql`${column} AS ${names[i]}`))} FROM ${from} WHERE ${where}),
        page AS MATERIALIZED (SELECT * FROM found WHERE ${beyond(names)} ${ordered(names)})
      SELECT totals.*, rows.* FROM ${totals(Prisma.sql`found`)} LEFT JOIN (
        SELECT ${flat}, ${list(names)}, json_build_array(${list(read)}) AS key
        FROM page JOIN ${from} ON s.mission_locale_id = page.agency_id AND s.partnership_id = page.${names.at(-1)} ${agency} WHERE ${scope}) AS rows ON true
      ${ordered(names)}`
      : await ctx.db.$queryRaw<Found[]>`
      SELECT totals.*, rows.* FROM ${totals(Prisma.sql`${from} WHERE ${where}`)} LEFT JOIN (
        SELECT ${flat}, ${list(columns.map((column, i) => Prisma.sql`${column} AS ${names[i]}`))}, json_build_array(${list(read)}) AS key
        FROM (SELECT s.* FROM ${from} WHERE ${where} AND ${beyond(columns)} ${ordered(columns)}) s ${agency}) AS rows ON true
      ${ordered(names)}`;
  const rows = found.filter(({ id }) => id !== null);
  return { total: found[0]?.total ?? 0, unplaced: found[0]?.unplaced ?? 0, rows: inListOrder(rows, wanted) };
}

type Found = FoundRow & { total: number; unplaced: number };

/** A page that ends before a row was read backwards. */
function inListOrder(rows: FoundRow[], { before }: Wanted): FoundRow[] {
  return before ? rows.reverse() : rows;
}
