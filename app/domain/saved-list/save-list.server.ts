import type { Ctx } from '~/access/context';
import { invalid } from '~/domain/errors';
import { writeFilters, type PartnerFilters } from '~/domain/partner/list/filters';

const longest = 4000;

/** Keeps the filters of a list under a name, for oneself or for the agency. Throws `invalid` when the address is endless. */
export async function saveList(ctx: Ctx, { name, isShared, filters }: { name: string; isShared: boolean; filters: PartnerFilters }): Promise<{ listId: string }> {
  const address = writeFilters(filters).toString();
  if (address.length > longest) throw invalid('name', 'Cette liste a trop de filtres pour être enregistrée : enlevez-en quelques-uns.');
  const { id: listId } = await ctx.db.savedList.create({ data: { name, isShared, filters: address }, select: { id: true } });
  return { listId };
}
