import type { Ctx } from '~/access/context';
import { invalid } from '~/domain/errors';
import { heldPartnershipOf } from '~/domain/partnership/partnership-of.server';
import { parisDay } from '~/domain/text/paris-day';
import { stateAtFirst, whyNotYet } from './agreement.lifecycle';
import type { TypedAgreement } from './agreement.schema';
import { setAgreementForms } from './set-agreement-forms.server';
import { writtenAgreement } from './write-agreement';

export type AddAgreement = { partnershipId: string; state?: 'draft' | 'awaitingSignatures' | 'active' } & TypedAgreement;

/** Writes down an agreement, in preparation or signed already. Throws `invalid(field)`. */
export async function addAgreement(ctx: Ctx, { partnershipId, state = 'draft', ...input }: AddAgreement): Promise<{ agreementId: string }> {
  const { id } = await heldPartnershipOf(ctx, partnershipId);
  const { typed, formIds, row } = writtenAgreement(input, ctx.now);
  const today = parisDay(ctx.now);
  if (state === 'active' && whyNotYet(typed, 'sign', today)) throw invalid('startsOn', 'Indiquez quand elle commence.');
  const agreement = await ctx.db.agreement.create({ data: { ...row, state: stateAtFirst(state, typed.endsOn, today), partnershipId: id }, select: { id: true } });
  await setAgreementForms(ctx, { partnershipId: id, agreementId: agreement.id }, formIds);
  return { agreementId: agreement.id };
}
