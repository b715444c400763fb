import type { Actor } from '~/access/actor';
import { Prisma } from '#prisma';
import { partnersOf } from './conditions.server';

export type WantedGroups = { by: Key; about: number };
export type Key = 'kinds_key' | 'themes_key' | 'standing_key' | 'place_key' | 'forms_key' | 'tags_key' | 'officer_id';

/** Two numbers in the order of one index (migration counted_in_order). */
const pairs = [['kinds_key', 'themes_key'], ['standing_key', 'place_key'], ['forms_key', 'tags_key']] as const;

/**
 * The groups that each of these numbers makes of all the partners of the actor (or of all archived ones), as `about`, `of_one`, `one_row`
 * (a row of the group) and `n`: read in the order of an index, without a hash.
 */
export function groupsInOrder(actor: Actor, archives: Prisma.Sql, wanted: readonly WantedGroups[]): Prisma.Sql[] {
  const { from, scope } = partnersOf(actor);
  const all = Prisma.sql`FROM ${from} WHERE ${scope} AND ${archives}`;
  const row = Prisma.sql`SELECT s.mission_locale_id AS of_one, s.partnership_id AS one_row ${all}`;
  const ofPairs = pairs.flatMap((pair) => {
    const asked = wanted.filter(({ by }) => pair.some((name) => name === by));
    if (asked.length === 0) return [];
    const [first, second] = pair.map((name) => Prisma.raw(name)) as [Prisma.Sql, Prisma.Sql];
    const sets = asked.map(({ by }) => Prisma.sql`(${Prisma.raw(by)})`);
    const about = asked[1] ? Prisma.sql`CASE GROUPING(${Prisma.raw(asked[0]!.by)}) WHEN 0 THEN ${asked[0]!.about}::int ELSE ${asked[1].about}::int END` : Prisma.sql`${asked[0]!.about}::int`;
    // The least pair: one that occurs, where the least of either number alone might not.
    return [Prisma.sql`SELECT g.about, one.of_one, one.one_row, g.n FROM (
        SELECT ${about} AS about, min(ARRAY[${first}, ${second}]) AS pair, sum(n) AS n FROM (SELECT ${first}, ${second}, count(*) AS n ${all} GROUP BY 1, 2) AS counted GROUP BY GROUPING SETS (${Prisma.join(sets)})) AS g,
      LATERAL (${row} AND s.${first} = g.pair[1] AND s.${second} = g.pair[2] LIMIT 1) AS one`];
  });
  const ofOfficers = wanted.filter(({ by }) => by === 'officer_id').map(({ about }) => Prisma.sql`SELECT ${about}::int AS about, one.of_one, one.one_row, g.n FROM (SELECT officer_id, count(*) AS n ${all} GROUP BY 1) AS g,
      LATERAL ((${row} AND s.officer_id = g.officer_id LIMIT 1) UNION ALL (${row} AND g.officer_id IS NULL AND s.officer_id IS NULL LIMIT 1)) AS one`);
  return [...ofPairs, ...ofOfficers];
}
