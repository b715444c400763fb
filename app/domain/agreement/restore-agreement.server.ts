import type { Ctx } from '~/access/context';
import { agreementOf } from './agreement-of.server';

/** Brings back an agreement that was taken away. Doing it twice changes nothing. */
export async function restoreAgreement(ctx: Ctx, { partnershipId, agreementId }: { partnershipId: string; agreementId: string }): Promise<void> {
  await agreementOf(ctx, { partnershipId, agreementId });
  await ctx.db.agreement.updateMany({ where: { id: agreementId }, data: { deletedAt: null } });
}
