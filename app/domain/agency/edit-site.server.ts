import type { Ctx } from '~/access/context';
import { notFound } from '~/domain/errors';
import { readInput } from '~/domain/partner/read-input';
import type { z } from '~/domain/zod';
import { refuseSameName } from './add-site.server';
import { fieldsToWrite } from './edit-over';
import { placeOfSite } from './place-site.server';
import { editSiteSchema, siteForm } from './site';
import { siteLabels } from './site-words';

/** Corrects a site. Throws `notFound`, `invalid(field)`, or `stale` when somebody changed the same field. */
export async function editSite(ctx: Ctx, input: z.input<typeof editSiteSchema>): Promise<void> {
  const { id, version, was, ...facts } = readInput(editSiteSchema, input);
  const site = await ctx.db.site.findFirst({ where: { id } });
  if (!site) throw notFound('Ce site n’existe pas ou plus.');
  const commune = site.communeCode ? await ctx.db.commune.findUnique({ where: { code: site.communeCode }, select: { name: true } }) : null;
  const theirs = siteForm({ ...site, commune: commune?.name ?? null });
  const changed = fieldsToWrite({ version, was, yours: siteForm(facts), theirs, current: site.version, labels: siteLabels });
  if (changed.length === 0) return;
  if (changed.includes('name')) await refuseSameName(ctx, facts.name, id);
  const { commune: _, ...own } = facts;
  const data = Object.fromEntries(Object.entries(own).filter(([field]) => changed.includes(field as keyof typeof own)));
  const moved = changed.includes('commune') || changed.includes('postcode');
  await ctx.db.site.updateMany({ where: { id }, data: { ...data, ...(moved && (await placeOfSite(ctx.db, facts))) } });
}
