import type { Ctx } from '~/access/context';
import { conflict, notFound } from '~/domain/errors';
import type { FactSources } from '~/domain/partner/shared-facts';
import { knownId } from '~/domain/partnership/partnership-of.server';

/** The shared record of a partner of ours, whose place in a group may be changed. Throws `notFound`, and `conflict` when the organisation said it itself. */
export async function sharedRecordOf(ctx: Ctx, partnershipId: string) {
  const partnership = await ctx.db.partnership.findFirst({ where: { id: knownId(partnershipId) }, select: { organisation: { select: { id: true, name: true, siret: true, parentId: true, version: true, factSources: true } } } });
  if (!partnership) throw notFound('Ce partenaire n’existe pas, ou plus.');
  const { organisation } = partnership;
  const sources = organisation.factSources as FactSources;
  if (sources.parentId?.source === 'organisation') throw conflict('L’organisation a écrit cela elle-même : demandez-lui de le corriger.');
  return { organisation, sources };
}
