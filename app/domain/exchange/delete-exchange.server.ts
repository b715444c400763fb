import { may } from '~/access/permissions';
import type { Ctx } from '~/access/context';
import { forbidden } from '~/domain/errors';
import { exchangeOf } from './exchange-of.server';

/** Takes an exchange away; it can be restored. One's own, or any for those who may restore the history. Throws `forbidden`. */
export async function deleteExchange(ctx: Ctx, { partnershipId, exchangeId }: { partnershipId: string; exchangeId: string }): Promise<void> {
  const exchange = await exchangeOf(ctx, { partnershipId, exchangeId });
  if (exchange.authorId !== ctx.actor.userId && !may(ctx.actor.role, 'history.restore')) throw forbidden('Seule la personne qui a noté un échange peut le supprimer.');
  await ctx.db.interaction.updateMany({ where: { id: exchangeId, deletedAt: null }, data: { deletedAt: ctx.now } });
}
