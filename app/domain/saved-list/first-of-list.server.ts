import type { Ctx } from '~/access/context';
import { notFound } from '~/domain/errors';
import { readFilters } from '~/domain/partner/list/filters';
import { criteriaFor, sortOf } from '~/domain/partner/list/list-partners.server';
import { pageOfPartners } from '~/domain/partner/list/page-of-partners.server';

/** The address of a saved list, and the partner that it begins with, if any. Throws `notFound` for somebody else’s. */
export async function firstOfList(ctx: Ctx, listId: string): Promise<{ address: string; partnershipId: string | null }> {
  const list = await ctx.db.savedList.findFirst({ where: { id: listId, deletedAt: null }, select: { filters: true } });
  if (!list) throw notFound('Cette liste n’existe pas, ou plus.');
  const address = list.filters ?? `liste=${listId}`;
  const { criteria, filters } = await criteriaFor(ctx, readFilters(new URLSearchParams(address)).filters);
  const { rows } = await pageOfPartners(ctx, { criteria, sort: sortOf(filters, criteria), size: 1, after: null });
  return { address, partnershipId: rows[0]?.id ?? null };
}
