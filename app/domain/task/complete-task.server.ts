import type { Ctx } from '~/access/context';
import { taskOf } from './task-of.server';

/** Marks a task as done by who acts. Done already, it keeps its first date and name. */
export async function completeTask(ctx: Ctx, { taskId }: { taskId: string }): Promise<{ title: string }> {
  const { id, title } = await taskOf(ctx, taskId);
  await ctx.db.task.updateMany({ where: { id, doneAt: null }, data: { doneAt: ctx.now, doneById: ctx.actor.userId } });
  return { title };
}
