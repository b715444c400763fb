import type { Ctx } from '~/access/context';
import { saidAgain } from './said-again.server';
import { taskOf } from './task-of.server';

/** Puts a task back among those to do, at its date. Doing it twice changes nothing. Throws `conflict` when its rule has spoken again since. */
export async function reopenTask(ctx: Ctx, { taskId }: { taskId: string }): Promise<{ title: string }> {
  const { id, title, ruleKey } = await taskOf(ctx, taskId);
  await saidAgain(ctx, { id, ruleKey });
  await ctx.db.task.updateMany({ where: { id }, data: { doneAt: null, doneById: null } });
  return { title };
}
