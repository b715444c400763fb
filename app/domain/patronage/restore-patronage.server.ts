import type { Ctx } from '~/access/context';
import { patronageOf } from './patronage-of.server';

/** Brings back a gift that was taken away. Doing it twice changes nothing. */
export async function restorePatronage(ctx: Ctx, { partnershipId, patronageId }: { partnershipId: string; patronageId: string }): Promise<void> {
  await patronageOf(ctx, { partnershipId, patronageId });
  await ctx.db.patronage.updateMany({ where: { id: patronageId }, data: { deletedAt: null } });
}
