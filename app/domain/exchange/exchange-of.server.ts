import type { Ctx } from '~/access/context';
import { notFound } from '~/domain/errors';

/** An exchange of this partnership with who took part, deleted or not. Throws `notFound`. */
export async function exchangeOf(ctx: Ctx, { partnershipId, exchangeId }: { partnershipId: string; exchangeId: string }) {
  const exchange = await ctx.db.interaction.findFirst({
    where: { id: exchangeId, partnershipId },
    include: { outcome: { select: { label: true } }, contacts: { select: { contactId: true } }, colleagues: { select: { userId: true } } },
  });
  if (!exchange) throw notFound('Cet échange n’existe pas, ou plus.');
  return exchange;
}
