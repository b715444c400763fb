import type { Ctx } from '~/access/context';
import { exchangeOf } from './exchange-of.server';

/** Brings back an exchange that was taken away. Doing it twice changes nothing. */
export async function restoreExchange(ctx: Ctx, { partnershipId, exchangeId }: { partnershipId: string; exchangeId: string }): Promise<void> {
  await exchangeOf(ctx, { partnershipId, exchangeId });
  await ctx.db.interaction.updateMany({ where: { id: exchangeId }, data: { deletedAt: null } });
}
