import type { Ctx } from '~/access/context';
import { Prisma } from '#prisma';
import { ownValue } from './own-value.server';
import { valueSets, type ValueSetKey } from './value-sets';

/** Moves a value one place up or down among the agency's own in service. At an end, nothing changes. */
export async function moveValue(ctx: Ctx, { set, id, towards }: { set: ValueSetKey; id: string; towards: 'up' | 'down' }): Promise<void> {
  await ownValue(ctx, set, id);
  const table = Prisma.raw(valueSets[set].table);
  const order = (
    await ctx.db.$queryRaw<{ id: string }[]>`SELECT id FROM ${table} WHERE mission_locale_id = ${ctx.actor.missionLocaleId}::uuid AND retired_at IS NULL ORDER BY position, label FOR UPDATE`
  ).map((row) => row.id);
  const from = order.indexOf(id);
  const to = towards === 'up' ? from - 1 : from + 1;
  const other = order[to];
  if (from < 0 || other === undefined) return;
  order[from] = other;
  order[to] = id;
  await ctx.db.$executeRaw`UPDATE ${table} SET position = o.rank FROM unnest(${order}::uuid[]) WITH ORDINALITY AS o(id, rank) WHERE ${table}.id = o.id AND ${table}.position <> o.rank`;
}
