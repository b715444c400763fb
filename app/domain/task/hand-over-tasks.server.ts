import type { Ctx } from '~/access/context';

/** Gives what somebody had to do to a colleague, or to the whole team (null): nothing stays with a person who has left. */
export async function handOverTasks(ctx: Ctx, { fromId, toId }: { fromId: string; toId: string | null }): Promise<{ handed: number }> {
  const { count } = await ctx.db.task.updateMany({ where: { assigneeId: fromId, doneAt: null, deletedAt: null }, data: { assigneeId: toId } });
  return { handed: count };
}
