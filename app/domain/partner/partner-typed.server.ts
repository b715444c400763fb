import type { Ctx } from '~/access/context';
import { invalid } from '~/domain/errors';
import { z } from '~/domain/zod';
import { jumpToPartner } from '~/domain/partner/list/jump-to-partner.server';

/** A partner of ours that a form names: chosen in a list (its id), else by its name or SIRET when that finds one alone. Throws `invalid(field)`. */
export async function partnerTyped(ctx: Ctx, field: string, { id, text }: { id: string | null | undefined; text: string | null | undefined }): Promise<{ id: string; name: string }> {
  if (id) {
    const partner = z.uuid().safeParse(id).success ? await ctx.db.partnership.findFirst({ where: { id }, select: { id: true, organisation: { select: { name: true } } } }) : null;
    if (!partner) throw invalid(field, 'Ce partenaire n’existe pas, ou plus.');
    return { id: partner.id, name: partner.organisation.name };
  }
  if (!text) throw invalid(field, 'Indiquez le nom d’un de vos partenaires.');
  const found = await jumpToPartner(ctx, text);
  const exact = found.filter((one) => one.name.toLowerCase() === text.toLowerCase());
  const [one, ...others] = exact.length > 0 ? exact : found;
  if (!one) throw invalid(field, 'Aucun de vos partenaires ne porte ce nom. Ajoutez-le d’abord à vos partenaires.');
  if (others.length > 0) throw invalid(field, `Plusieurs partenaires répondent à ce nom (${[one, ...others].slice(0, 3).map((each) => each.name).join(', ')}…) : écrivez le nom entier, ou le SIRET.`);
  return one;
}
