import type { Ctx } from '~/access/context';
import { Prisma } from '#prisma';
import { ownValue, refuseSameLabel } from './own-value.server';
import { valueSets, type ValueSetKey } from './value-sets';

/** Retires a value: nobody can choose it any more, and the partners that have it keep it. */
export async function retireValue(ctx: Ctx, { set, id }: { set: ValueSetKey; id: string }): Promise<void> {
  await ownValue(ctx, set, id);
  await ctx.db.$executeRaw`UPDATE ${Prisma.raw(valueSets[set].table)} SET retired_at = ${ctx.now} WHERE id = ${id}::uuid AND retired_at IS NULL`;
}

/** Puts a retired value back in service. Throws `invalid('label')` when its name was taken meanwhile. */
export async function putValueBack(ctx: Ctx, { set, id }: { set: ValueSetKey; id: string }): Promise<void> {
  const value = await ownValue(ctx, set, id);
  await refuseSameLabel(ctx, set, value.label, id);
  await ctx.db.$executeRaw`UPDATE ${Prisma.raw(valueSets[set].table)} SET retired_at = NULL WHERE id = ${id}::uuid`;
}
