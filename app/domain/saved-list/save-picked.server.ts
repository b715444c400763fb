import type { Ctx } from '~/access/context';
import type { Selection } from '~/domain/partner/list/bulk-change.schema';
import { chosenPartners } from '~/domain/partner/list/chosen-partners.server';
import type { PartnerFilters } from '~/domain/partner/list/filters';
import { heldAmong } from '~/domain/partnership/partnership-of.server';

type SavePicked = Selection & { name: string; isShared: boolean; filters: PartnerFilters };

/** Keeps the partners ticked, as they are at this instant, under a name. Throws `invalid('form')` when there is none. */
export async function savePicked(ctx: Ctx, { ids, isAll, name, isShared, filters }: SavePicked): Promise<{ listId: string; count: number }> {
  const chosen = await heldAmong(ctx, await chosenPartners(ctx, { ids, isAll }, filters));
  const { id: listId } = await ctx.db.savedList.create({ data: { name, isShared }, select: { id: true } });
  await ctx.db.$executeRaw`INSERT INTO saved_list_partner (list_id, partnership_id) SELECT ${listId}::uuid, id FROM unnest(${chosen}::uuid[]) AS id`;
  return { listId, count: chosen.length };
}
