import type { Ctx } from '~/access/context';
import { invalid } from '~/domain/errors';
import { partnerTyped } from '~/domain/partner/partner-typed.server';
import { holdPartnership } from '~/domain/partnership/partnership-of.server';
import { agreementOf } from './agreement-of.server';

type Which = { partnershipId: string; agreementId: string };

/** Adds a partner of ours to those who sign: by its id, or by its name or SIRET when that finds one alone. Throws `invalid('party')`. */
export async function addAgreementParty(ctx: Ctx, { partnershipId, agreementId, party, partyText }: Which & { party?: string | null; partyText?: string | null }): Promise<{ name: string }> {
  await agreementOf(ctx, { partnershipId, agreementId });
  const found = await asKept(ctx, await partnerTyped(ctx, 'party', { id: party, text: partyText }));
  if (found.id === partnershipId) throw invalid('party', 'Ce partenaire signe déjà : c’est sa convention.');
  await ctx.db.agreementParty.createMany({ data: [{ agreementId, partnershipId: found.id }], skipDuplicates: true });
  return { name: found.name };
}

/** One that was taken into another record signs by the one that has all of it. */
async function asKept(ctx: Ctx, found: { id: string; name: string }): Promise<{ id: string; name: string }> {
  await holdPartnership(ctx, found.id);
  const { mergedInto } = await ctx.db.partnership.findFirstOrThrow({ where: { id: found.id }, select: { mergedInto: { select: { id: true, organisation: { select: { name: true } } } } } });
  return mergedInto ? { id: mergedInto.id, name: mergedInto.organisation.name } : found;
}

/** Takes a party off the agreement. */
export async function removeAgreementParty(ctx: Ctx, { partnershipId, agreementId, party }: Which & { party: string }): Promise<void> {
  await agreementOf(ctx, { partnershipId, agreementId });
  await ctx.db.agreementParty.deleteMany({ where: { agreementId, partnershipId: party } });
}
