import type { Ctx } from '~/access/context';
import { patronageOf } from './patronage-of.server';

/** Takes a gift away; it can be restored. */
export async function deletePatronage(ctx: Ctx, { partnershipId, patronageId }: { partnershipId: string; patronageId: string }): Promise<void> {
  await patronageOf(ctx, { partnershipId, patronageId });
  await ctx.db.patronage.updateMany({ where: { id: patronageId, deletedAt: null }, data: { deletedAt: ctx.now } });
}
