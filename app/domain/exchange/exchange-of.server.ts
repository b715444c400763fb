import type { Ctx } from '~/access/context';
import { goneFrom, holdPartnership } from '~/domain/partnership/partnership-of.server';

/** An exchange of this partnership with who took part, deleted or not. Throws `notFound`, `merged`. */
export async function exchangeOf(ctx: Ctx, { partnershipId, exchangeId }: { partnershipId: string; exchangeId: string }) {
  await holdPartnership(ctx, partnershipId);
  const exchange = await ctx.db.interaction.findFirst({
    where: { id: exchangeId, partnershipId },
    include: { outcome: { select: { label: true } }, contacts: { select: { contactId: true } }, colleagues: { select: { userId: true } } },
  });
  if (!exchange) throw await goneFrom(ctx, partnershipId, 'Cet échange n’existe pas, ou plus.');
  return exchange;
}
