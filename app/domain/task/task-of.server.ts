import type { Ctx } from '~/access/context';
import { notFound } from '~/domain/errors';
import { holdPartnershipUnder, knownId } from '~/domain/partnership/partnership-of.server';

const gone = 'Cette tâche n’existe pas, ou plus.';

/** A task of the agency, deleted or not, where a merge of its partner under way leaves it. Throws `notFound`. */
export async function taskOf(ctx: Ctx, taskId: string | undefined) {
  const id = knownId(taskId, gone);
  await holdPartnershipUnder(ctx, 'task', id);
  const task = await ctx.db.task.findFirst({ where: { id } });
  if (!task) throw notFound(gone);
  return task;
}
