import type { Ctx } from '~/access/context';
import { saidAgain } from './said-again.server';
import { taskOf } from './task-of.server';

/** Brings back a task that was taken away. Doing it twice changes nothing. Throws `conflict` when its rule has spoken again since. */
export async function restoreTask(ctx: Ctx, { taskId }: { taskId: string }): Promise<{ title: string }> {
  const { id, title, ruleKey } = await taskOf(ctx, taskId);
  await saidAgain(ctx, { id, ruleKey });
  await ctx.db.task.updateMany({ where: { id }, data: { deletedAt: null } });
  return { title };
}
