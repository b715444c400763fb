import type { Ctx } from '~/access/context';
import { Prisma } from '#prisma';
import { usersInWords, valueSets, type ValueSet, type ValueSetKey } from './value-sets';

export type LocalValue = { id: string; label: string; version: number; isRetired: boolean; /** What has it, in words; empty: nothing. */ users: string };

/** A set as its page shows it: the network's values to read, the agency's own in their order, with what has each. */
export async function listValues(ctx: Ctx, { set }: { set: ValueSetKey }) {
  const definition: ValueSet = valueSets[set];
  const { table, uses } = definition;
  const network = await ctx.db.$queryRaw<{ id: string; label: string }[]>`SELECT id, label FROM ${Prisma.raw(table)} WHERE mission_locale_id IS NULL AND retired_at IS NULL ORDER BY position, label`;
  const counts = uses.map(({ table: used, column }) => Prisma.sql`(SELECT count(*)::int FROM ${Prisma.raw(used)} u WHERE u.${Prisma.raw(column)} = v.id)`);
  const own = await ctx.db.$queryRaw<(Omit<LocalValue, 'users'> & { counts: number[] })[]>`
    SELECT v.id, v.label, v.version, v.retired_at IS NOT NULL AS "isRetired", ARRAY[${counts.length ? Prisma.join(counts) : Prisma.sql`0`}] AS counts
    FROM ${Prisma.raw(table)} v WHERE v.mission_locale_id = ${ctx.actor.missionLocaleId}::uuid
    ORDER BY v.retired_at IS NOT NULL, v.position, v.label`;
  return { network, own: own.map(({ counts: used, ...value }): LocalValue => ({ ...value, users: usersInWords(definition, used) })) };
}

/** How many values each set has: `{ set: { network, own, retired } }`. One query. */
export async function countValues(ctx: Ctx): Promise<Record<ValueSetKey, { network: number; own: number; retired: number }>> {
  const parts = (Object.keys(valueSets) as ValueSetKey[]).map(
    (set) => Prisma.sql`SELECT ${set}::text AS set, count(*) FILTER (WHERE mission_locale_id IS NULL AND retired_at IS NULL)::int AS network,
      count(*) FILTER (WHERE mission_locale_id IS NOT NULL AND retired_at IS NULL)::int AS own, count(*) FILTER (WHERE mission_locale_id IS NOT NULL AND retired_at IS NOT NULL)::int AS retired FROM ${Prisma.raw(valueSets[set].table)}`,
  );
  const rows = await ctx.db.$queryRaw<{ set: ValueSetKey; network: number; own: number; retired: number }[]>(Prisma.join(parts, ' UNION ALL '));
  return Object.fromEntries(rows.map(({ set, ...counts }) => [set, counts])) as Record<ValueSetKey, { network: number; own: number; retired: number }>;
}
