import type { Ctx } from '~/access/context';
import { goneFrom, holdPartnership } from '~/domain/partnership/partnership-of.server';

/** An agreement of this partnership, deleted or not. Throws `notFound`, `merged`. */
export async function agreementOf(ctx: Ctx, { partnershipId, agreementId }: { partnershipId: string; agreementId: string }) {
  await holdPartnership(ctx, partnershipId);
  const agreement = await ctx.db.agreement.findFirst({ where: { id: agreementId, partnershipId } });
  if (!agreement) throw await goneFrom(ctx, partnershipId, 'Cette convention n’existe pas, ou plus.');
  return agreement;
}
