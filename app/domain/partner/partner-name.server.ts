import type { Ctx } from '~/access/context';
import { notFound } from '~/domain/errors';
import { knownId } from '~/domain/partnership/partnership-of.server';

/** The name of a partner of ours, for a form about it. Throws `notFound`. */
export async function partnerName(ctx: Ctx, partnershipId: string | undefined): Promise<{ partnershipId: string; name: string }> {
  const partnership = await ctx.db.partnership.findFirst({ where: { id: knownId(partnershipId) }, select: { id: true, organisation: { select: { name: true } } } });
  if (!partnership) throw notFound('Ce partenaire n’existe pas, ou plus.');
  return { partnershipId: partnership.id, name: partnership.organisation.name };
}
