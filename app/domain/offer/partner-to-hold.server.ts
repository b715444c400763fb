import type { Ctx } from '~/access/context';
import { conflict } from '~/domain/errors';
import { heldPartnershipOf } from '~/domain/partnership/partnership-of.server';

const archivedHolder = 'Ce partenaire est archivé : sortez-le des archives avant de noter une offre.';

/** The partner on whom an offer is going to hang, held against a merge. Throws `notFound`, `conflict` for an archived one: nobody would find the offer. */
export async function partnerToHold(ctx: Ctx, partnershipId: string) {
  const partner = await heldPartnershipOf(ctx, partnershipId);
  if (partner.stage === 'archived') throw conflict(archivedHolder);
  return partner;
}

/** Throws `conflict` when the partner of this offer is archived: published, it would still not be found. One query; none for the agency's own. */
export async function refuseArchivedHolder(ctx: Ctx, { partnershipId }: { partnershipId: string | null }): Promise<void> {
  if (!partnershipId) return;
  const holder = await ctx.db.partnership.findFirst({ where: { id: partnershipId }, select: { stage: true } });
  if (holder?.stage === 'archived') throw conflict('Son partenaire est archivé : sortez-le des archives d’abord, sinon personne ne la trouverait.');
}
