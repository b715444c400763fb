import type { Ctx } from '~/access/context';
import { invalid } from '~/domain/errors';
import { readInput } from '~/domain/partner/read-input';
import type { z } from '~/domain/zod';
import { placeOfSite } from './place-site.server';
import { addSiteSchema } from './site';

/** Opens a site. The first one is the main one. Throws `invalid(field)`. */
export async function addSite(ctx: Ctx, input: z.input<typeof addSiteSchema>): Promise<{ siteId: string }> {
  const { commune, isMain, ...facts } = readInput(addSiteSchema, input);
  await refuseSameName(ctx, facts.name);
  const isFirst = (await ctx.db.site.count({ where: { closedAt: null } })) === 0;
  if (isMain) await ctx.db.site.updateMany({ where: { isMain: true }, data: { isMain: false } });
  const { id } = await ctx.db.site.create({ data: { ...facts, ...(await placeOfSite(ctx.db, { postcode: facts.postcode, commune })), isMain: isMain || isFirst }, select: { id: true } });
  return { siteId: id };
}

/** Two sites of one name could not be told apart in a list. Throws `invalid('name')`. */
export async function refuseSameName(ctx: Ctx, name: string, exceptId?: string): Promise<void> {
  const same = await ctx.db.site.findFirst({ where: { name: { equals: name, mode: 'insensitive' }, id: exceptId ? { not: exceptId } : undefined }, select: { closedAt: true } });
  if (same) throw invalid('name', `Un site ${same.closedAt ? 'fermé ' : ''}porte déjà ce nom.`);
}
