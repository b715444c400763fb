import type { Ctx } from '~/access/context';
import { agreementOf } from './agreement-of.server';

/** Takes an agreement away; it can be restored, its files with it. */
export async function deleteAgreement(ctx: Ctx, { partnershipId, agreementId }: { partnershipId: string; agreementId: string }): Promise<{ title: string }> {
  const { title } = await agreementOf(ctx, { partnershipId, agreementId });
  await ctx.db.agreement.updateMany({ where: { id: agreementId, deletedAt: null }, data: { deletedAt: ctx.now } });
  return { title };
}
