import type { Ctx } from '~/access/context';
import { invalid } from '~/domain/errors';

/** A person works in an open site of the agency, or in none in particular. */
export async function requireOwnSite(ctx: Ctx, siteId: string | null | undefined): Promise<void> {
  if (siteId && !(await ctx.db.site.findFirst({ where: { id: siteId, closedAt: null } }))) throw invalid('siteId', 'Ce site n’existe pas ou il est fermé.');
}
