import type { Ctx } from '~/access/context';
import { invalid } from '~/domain/errors';

/** Makes these the forms of engagement that the agreement covers; only what differs is written. Throws `invalid('formIds')`. */
export async function setAgreementForms(ctx: Ctx, { partnershipId, agreementId }: { partnershipId: string; agreementId: string }, formIds: readonly string[]): Promise<void> {
  const before = (await ctx.db.agreementForm.findMany({ where: { agreementId }, select: { formId: true } })).map(({ formId }) => formId);
  const [added, gone] = [formIds.filter((id) => !before.includes(id)), before.filter((id) => !formIds.includes(id))];
  if (added.length > 0) {
    const known = await ctx.db.engagementForm.count({ where: { id: { in: added } } });
    if (known < added.length) throw invalid('formIds', 'Une de ces formes n’existe pas ou plus.');
    await ctx.db.agreementForm.createMany({ data: added.map((formId) => ({ agreementId, formId, partnershipId })) });
  }
  if (gone.length > 0) await ctx.db.agreementForm.deleteMany({ where: { agreementId, formId: { in: gone } } });
}
