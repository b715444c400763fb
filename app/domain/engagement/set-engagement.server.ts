import type { Ctx } from '~/access/context';
import { invalid } from '~/domain/errors';
import { readInput } from '~/domain/partner/read-input';
import { heldPartnershipOf } from '~/domain/partnership/partnership-of.server';
import { setEngagementSchema, type SetEngagement } from './engagement.schema';

/**
 * Says how ready the partner is for one form of engagement, named by its code; a second word on the same form replaces the
 * first. Throws `invalid('formCode')`.
 */
export async function setEngagement(ctx: Ctx, { partnershipId, ...input }: SetEngagement): Promise<void> {
  const { id } = await heldPartnershipOf(ctx, partnershipId);
  const { formCode, ...said } = readInput(setEngagementSchema, input);
  const form = await ctx.db.engagementForm.findFirst({ where: { code: formCode }, select: { id: true } });
  if (!form) throw invalid('formCode', 'Cette forme d’engagement n’existe pas.');
  const { count } = await ctx.db.engagement.updateMany({ where: { partnershipId: id, formId: form.id }, data: { ...said, updatedAt: ctx.now } });
  if (count === 0) await ctx.db.engagement.create({ data: { ...said, partnershipId: id, formId: form.id } });
  await ctx.emit('partner.changed', { partnershipId: id });
}
