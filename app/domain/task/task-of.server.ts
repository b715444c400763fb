import type { Ctx } from '~/access/context';
import { notFound } from '~/domain/errors';
import { knownId } from '~/domain/partnership/partnership-of.server';

const gone = 'Cette tâche n’existe pas, ou plus.';

/** A task of the agency, deleted or not. Throws `notFound`. */
export async function taskOf(ctx: Ctx, taskId: string | undefined) {
  const task = await ctx.db.task.findFirst({ where: { id: knownId(taskId, gone) } });
  if (!task) throw notFound(gone);
  return task;
}
