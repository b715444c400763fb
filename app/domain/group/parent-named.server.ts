import type { Ctx } from '~/access/context';
import { invalid } from '~/domain/errors';
import { nameKey } from '~/domain/organisation/name-key';
import { parseSiret } from '~/domain/organisation/siret';
import { jumpToPartner } from '~/domain/partner/list/jump-to-partner.server';
import { z } from '~/domain/zod';

export type Named = { id: string; name: string; siret: string | null };

/**
 * The organisation that a person means as a group: one of our partners, chosen in the list or named; else one of the register, by its
 * SIRET or its exact name. Throws `invalid('parent')` when that finds none or several.
 */
export async function parentNamed(ctx: Ctx, partnershipId: string | null | undefined, typed: string | null | undefined): Promise<Named> {
  if (partnershipId) {
    const chosen = z.uuid().safeParse(partnershipId).success ? await ourPartner(ctx, partnershipId) : null;
    if (!chosen) throw invalid('parent', 'Ce partenaire n’existe pas, ou plus.');
    return chosen;
  }
  if (!typed) throw invalid('parent', 'Indiquez le nom ou le SIRET du groupe ou de la fédération.');
  const siret = parseSiret(typed);
  if (siret.ok) return onlyOne(await ctx.db.$queryRaw<Named[]>`SELECT id::text, name, siret FROM app.register_by_siret(ARRAY[${siret.siret}])`, 'Aucune organisation du réseau ne porte ce SIRET : ajoutez-la d’abord à vos partenaires.');
  const found = await jumpToPartner(ctx, typed);
  const exact = found.filter(({ name }) => name.toLowerCase() === typed.toLowerCase());
  const ours = exact.length > 0 ? exact : found;
  if (ours.length > 1) throw several(ours);
  if (ours[0]) return onlyOne([await ourPartner(ctx, ours[0].id)].filter((one) => one !== null), 'Ce partenaire n’existe pas, ou plus.');
  const known = await ctx.db.$queryRaw<Named[]>`SELECT id::text, name, siret FROM app.register_by_name(ARRAY[${nameKey(typed)}]) WHERE siret IS NOT NULL LIMIT 4`;
  return onlyOne(known, 'Ni vos partenaires ni le réseau ne connaissent ce nom : essayez le SIRET, ou ajoutez-la d’abord à vos partenaires.');
}

function onlyOne([one, ...others]: Named[], none: string): Named {
  if (!one) throw invalid('parent', none);
  if (others.length > 0) throw several([one, ...others]);
  return one;
}

const several = (found: { name: string }[]) => invalid('parent', `Plusieurs organisations répondent à ce nom (${found.slice(0, 3).map(({ name }) => name).join(', ')}…) : donnez le SIRET.`);

async function ourPartner(ctx: Ctx, id: string): Promise<Named | null> {
  const partnership = await ctx.db.partnership.findFirst({ where: { id }, select: { organisation: { select: { id: true, name: true, siret: true } } } });
  return partnership?.organisation ?? null;
}
