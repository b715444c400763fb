import type { Ctx } from '~/access/context';
import { invalid } from '~/domain/errors';
import { heldPartnershipOf } from './partnership-of.server';

/** The tags of a partnership are exactly these. Throws `invalid('tagIds')` for a tag that is not the agency's nor the network's. */
export async function setTags(ctx: Ctx, { partnershipId, tagIds }: { partnershipId: string; tagIds: readonly string[] }): Promise<void> {
  const { id } = await heldPartnershipOf(ctx, partnershipId);
  const wanted = [...new Set(tagIds)];
  const known = await ctx.db.tag.count({ where: { id: { in: wanted } } });
  if (known < wanted.length) throw invalid('tagIds', 'Une des étiquettes choisies n’existe pas ou plus.');
  await ctx.db.partnershipTag.deleteMany({ where: { partnershipId: id, tagId: { notIn: wanted } } });
  await ctx.db.partnershipTag.createMany({ data: wanted.map((tagId) => ({ partnershipId: id, tagId })), skipDuplicates: true });
  await ctx.emit('partner.changed', { partnershipId: id });
}
