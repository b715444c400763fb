import type { Ctx } from '~/access/context';
import { notFound } from '~/domain/errors';
import { writeFilters } from '~/domain/partner/list/filters';
import { readFilters } from '~/domain/partner/list/read-filters';
import { criteriaFor, sortOf } from '~/domain/partner/list/list-partners.server';
import { neighboursOf } from '~/domain/partner/list/neighbours.server';
import { pageOfPartners } from '~/domain/partner/list/page-of-partners.server';

export type StartOfWalk = { name: string; address: string; isDeleted: boolean; partnershipId: string | null; rank: number };

/**
 * The address of a saved list, and the partner to open in it, if any: where the person stopped last (`resumes`), else its first.
 * A list by date of change is walked by name: the work itself would send each partner to its other end. Throws `notFound` for
 * somebody else’s list.
 */
export async function startWalk(ctx: Ctx, { listId, resumes = false }: { listId: string; resumes?: boolean }): Promise<StartOfWalk> {
  const list = await ctx.db.savedList.findFirst({ where: { id: listId }, select: { name: true, filters: true, deletedAt: true } });
  if (!list) throw notFound('Cette liste n’existe pas, ou plus.');
  const address = steadyAddress(list.filters ?? `liste=${listId}`);
  const nowhere = { name: list.name, address, isDeleted: list.deletedAt !== null, partnershipId: null, rank: 1 };
  if (nowhere.isDeleted) return nowhere;
  const place = resumes ? await ctx.db.savedListPlace.findFirst({ where: { listId, userId: ctx.actor.userId }, select: { partnershipId: true } }) : null;
  const stopped = place && (await neighboursOf(ctx, place.partnershipId, address));
  if (stopped) return stopped.total === 0 ? nowhere : { ...nowhere, partnershipId: place.partnershipId, rank: stopped.rank };
  const { criteria, filters } = await criteriaFor(ctx, readFilters(new URLSearchParams(address)).filters);
  const { rows } = await pageOfPartners(ctx, { criteria, sort: sortOf(filters, criteria), size: 1, after: null });
  return { ...nowhere, partnershipId: rows[0]?.id ?? null };
}

function steadyAddress(address: string): string {
  const { filters } = readFilters(new URLSearchParams(address));
  return filters.tri?.endsWith('modification') ? writeFilters({ ...filters, tri: 'nom' }).toString() : address;
}
