import type { Ctx } from '~/access/context';
import { conflict, notFound } from '~/domain/errors';

/** Closes a site: it leaves the lists of choices, and what was attached to it stays so. The main site cannot close: another must take its place first. */
export async function closeSite(ctx: Ctx, { id }: { id: string }): Promise<void> {
  const site = await siteOf(ctx, id);
  if (site.isMain) throw conflict('C’est le site principal. Choisissez d’abord un autre site principal.');
  await ctx.db.site.updateMany({ where: { id, closedAt: null }, data: { closedAt: ctx.now } });
}

/** Opens again a closed site. */
export async function reopenSite(ctx: Ctx, { id }: { id: string }): Promise<void> {
  await siteOf(ctx, id);
  await ctx.db.site.updateMany({ where: { id }, data: { closedAt: null } });
}

/** Makes an open site the main one, in the place of the former. */
export async function makeSiteMain(ctx: Ctx, { id }: { id: string }): Promise<void> {
  const site = await siteOf(ctx, id);
  if (site.closedAt) throw conflict('Ce site est fermé. Rouvrez-le avant d’en faire le site principal.');
  await ctx.db.site.updateMany({ where: { isMain: true, id: { not: id } }, data: { isMain: false } });
  await ctx.db.site.updateMany({ where: { id, isMain: false }, data: { isMain: true } });
}

async function siteOf(ctx: Ctx, id: string) {
  const site = await ctx.db.site.findFirst({ where: { id }, select: { isMain: true, closedAt: true } });
  if (!site) throw notFound('Ce site n’existe pas ou plus.');
  return site;
}
