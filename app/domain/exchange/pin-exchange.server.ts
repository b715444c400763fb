import type { Ctx } from '~/access/context';
import { exchangeOf } from './exchange-of.server';

/** Keeps an exchange on top of the others, or lets it go back to its date. */
export async function pinExchange(ctx: Ctx, { partnershipId, exchangeId, isPinned }: { partnershipId: string; exchangeId: string; isPinned: boolean }): Promise<void> {
  await exchangeOf(ctx, { partnershipId, exchangeId });
  await ctx.db.interaction.updateMany({ where: { id: exchangeId }, data: { isPinned } });
}
