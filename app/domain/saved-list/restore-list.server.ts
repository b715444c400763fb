import type { Ctx } from '~/access/context';
import { listToChange } from './list-of.server';

/** Brings back a list that was taken away. Twice changes nothing. */
export async function restoreList(ctx: Ctx, { listId }: { listId: string }): Promise<{ name: string }> {
  const { name } = await listToChange(ctx, listId);
  await ctx.db.savedList.updateMany({ where: { id: listId }, data: { deletedAt: null } });
  return { name };
}
