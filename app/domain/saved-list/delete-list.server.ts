import type { Ctx } from '~/access/context';
import { listToChange } from './list-of.server';

/** Takes a list away; the partners stay where they are. It can come back: `restoreList`. */
export async function deleteList(ctx: Ctx, { listId }: { listId: string }): Promise<{ name: string }> {
  const { name } = await listToChange(ctx, listId);
  await ctx.db.savedList.updateMany({ where: { id: listId, deletedAt: null }, data: { deletedAt: ctx.now } });
  return { name };
}
