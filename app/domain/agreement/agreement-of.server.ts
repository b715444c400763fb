import type { Ctx } from '~/access/context';
import { notFound } from '~/domain/errors';

/** An agreement of this partnership, deleted or not. Throws `notFound`. */
export async function agreementOf(ctx: Ctx, { partnershipId, agreementId }: { partnershipId: string; agreementId: string }) {
  const agreement = await ctx.db.agreement.findFirst({ where: { id: agreementId, partnershipId } });
  if (!agreement) throw notFound('Cette convention n’existe pas, ou plus.');
  return agreement;
}
