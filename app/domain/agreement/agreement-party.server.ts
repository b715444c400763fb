import type { Ctx } from '~/access/context';
import { invalid } from '~/domain/errors';
import { jumpToPartner } from '~/domain/partner/list/jump-to-partner.server';
import { holdPartnership } from '~/domain/partnership/partnership-of.server';
import { z } from '~/domain/zod';
import { agreementOf } from './agreement-of.server';

type Which = { partnershipId: string; agreementId: string };

/** Adds a partner of ours to those who sign: by its id, or by its name or SIRET when that finds one alone. Throws `invalid('party')`. */
export async function addAgreementParty(ctx: Ctx, { partnershipId, agreementId, party, partyText }: Which & { party?: string | null; partyText?: string | null }): Promise<{ name: string }> {
  await agreementOf(ctx, { partnershipId, agreementId });
  const found = await asKept(ctx, await partyOf(ctx, party, partyText));
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

async function partyOf(ctx: Ctx, id: string | null | undefined, name: string | null | undefined): Promise<{ id: string; name: string }> {
  if (id) {
    const partner = z.uuid().safeParse(id).success ? await ctx.db.partnership.findFirst({ where: { id }, select: { id: true, organisation: { select: { name: true } } } }) : null;
    if (!partner) throw invalid('party', 'Ce partenaire n’existe pas, ou plus.');
    return { id: partner.id, name: partner.organisation.name };
  }
  if (!name) throw invalid('party', 'Indiquez le nom d’un de vos partenaires.');
  const found = await jumpToPartner(ctx, name);
  const exact = found.filter((one) => one.name.toLowerCase() === name.toLowerCase());
  const [one, ...others] = exact.length > 0 ? exact : found;
  if (!one) throw invalid('party', 'Aucun de vos partenaires ne porte ce nom. Ajoutez-le d’abord à vos partenaires.');
  if (others.length > 0) throw invalid('party', `Plusieurs partenaires répondent à ce nom (${[one, ...others].slice(0, 3).map((each) => each.name).join(', ')}…) : écrivez le nom entier, ou le SIRET.`);
  return one;
}

/** Takes a party off the agreement. */
export async function removeAgreementParty(ctx: Ctx, { partnershipId, agreementId, party }: Which & { party: string }): Promise<void> {
  await agreementOf(ctx, { partnershipId, agreementId });
  await ctx.db.agreementParty.deleteMany({ where: { agreementId, partnershipId: party } });
}
