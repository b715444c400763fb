import type { Ctx } from '~/access/context';
import { readInput } from '~/domain/partner/read-input';
import type { z } from '~/domain/zod';
import { Prisma } from '#prisma';
import { refuseSameLabel } from './own-value.server';
import { addValueSchema } from './value.schema';
import { valueSets } from './value-sets';

/** Adds a value of the agency's own, after the others. Throws `invalid('label')` when the name is taken. */
export async function addValue(ctx: Ctx, input: z.input<typeof addValueSchema>): Promise<{ valueId: string }> {
  const { set, label } = readInput(addValueSchema, input);
  await refuseSameLabel(ctx, set, label);
  const table = Prisma.raw(valueSets[set].table);
  const [added] = await ctx.db.$queryRaw<[{ id: string }]>`INSERT INTO ${table} (label, position)
    SELECT ${label}, coalesce(max(position) + 1, 0) FROM ${table} WHERE mission_locale_id = ${ctx.actor.missionLocaleId}::uuid RETURNING id`;
  return { valueId: added.id };
}
