import type { Ctx } from '~/access/context';
import { conflict } from '~/domain/errors';
import type { FactSources } from '~/domain/partner/shared-facts';
import { heldPartnershipOf } from '~/domain/partnership/partnership-of.server';

/** The shared record of a partner of ours, whose place in a group may be changed. Throws `notFound`, `merged`, and `conflict` when the organisation said it itself. */
export async function sharedRecordOf(ctx: Ctx, partnershipId: string) {
  const { organisationId } = await heldPartnershipOf(ctx, partnershipId);
  const organisation = await ctx.db.organisation.findFirstOrThrow({ where: { id: organisationId }, select: { id: true, name: true, siret: true, parentId: true, version: true, factSources: true } });
  const sources = organisation.factSources as FactSources;
  if (sources.parentId?.source === 'organisation') throw conflict('L’organisation a écrit cela elle-même : demandez-lui de le corriger.');
  return { organisation, sources };
}
