import type { Ctx } from '~/access/context';
import { invalid } from '~/domain/errors';
import { heldPartnershipOf } from './partnership-of.server';

/**
 * The further kinds that the agency gives to a partner, of the network or its own, are exactly these; the main kind is the shared
 * record's and is not said twice. Throws `invalid('kindIds')` for a kind that does not exist here.
 */
export async function setKinds(ctx: Ctx, { partnershipId, kindIds }: { partnershipId: string; kindIds: readonly string[] }): Promise<void> {
  const { id, organisationId } = await heldPartnershipOf(ctx, partnershipId);
  const asked = [...new Set(kindIds)];
  const known = await ctx.db.organisationKind.findMany({ where: { id: { in: asked } }, select: { id: true, organisations: { where: { id: organisationId }, select: { id: true } } } });
  if (known.length < asked.length) throw invalid('kindIds', 'Une des typologies choisies n’existe pas ou plus.');
  const wanted = known.filter(({ organisations }) => organisations.length === 0).map((kind) => kind.id);
  await ctx.db.partnershipKind.deleteMany({ where: { partnershipId: id, kindId: { notIn: wanted } } });
  await ctx.db.partnershipKind.createMany({ data: wanted.map((kindId) => ({ partnershipId: id, kindId })), skipDuplicates: true });
  await ctx.emit('partner.changed', { partnershipId: id });
}
