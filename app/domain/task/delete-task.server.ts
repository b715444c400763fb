import type { Ctx } from '~/access/context';
import { taskOf } from './task-of.server';

/** Takes a task away; it can be restored. For what a rule proposed it is a refusal: the rule keeps quiet about it for some months. */
export async function deleteTask(ctx: Ctx, { taskId }: { taskId: string }): Promise<{ title: string }> {
  const { id, title } = await taskOf(ctx, taskId);
  await ctx.db.task.updateMany({ where: { id, deletedAt: null }, data: { deletedAt: ctx.now } });
  return { title };
}
