import type { Ctx } from '~/access/context';
import { checkAssignee } from './check-assignee.server';
import { taskOf } from './task-of.server';

/** Gives a task to a colleague, or to nobody (null): then it is the team's. Throws `invalid('assigneeId')`. */
export async function assignTask(ctx: Ctx, { taskId, assigneeId }: { taskId: string; assigneeId: string | null }): Promise<void> {
  const { id } = await taskOf(ctx, taskId);
  await checkAssignee(ctx, assigneeId);
  await ctx.db.task.updateMany({ where: { id }, data: { assigneeId } });
}
