import type { Ctx } from '~/access/context';
import { checkOfficer } from './check-officer.server';
import { heldPartnershipOf } from './partnership-of.server';

/** Gives the partnership to a colleague, or to nobody (null). Throws `invalid('officerId')` for somebody of another agency. */
export async function assignOfficer(ctx: Ctx, { partnershipId, officerId }: { partnershipId: string; officerId: string | null }): Promise<void> {
  const { id } = await heldPartnershipOf(ctx, partnershipId);
  await checkOfficer(ctx, officerId);
  await ctx.db.partnership.updateMany({ where: { id }, data: { officerId } });
  await ctx.emit('partner.changed', { partnershipId: id });
}
