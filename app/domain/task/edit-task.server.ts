import type { Ctx } from '~/access/context';
import { stale } from '~/domain/errors';
import { readInput } from '~/domain/partner/read-input';
import { dayOf } from '~/domain/text/french-date';
import { checkAssignee } from './check-assignee.server';
import { dateOfDay, dayOfDate, type Day } from '~/domain/text/paris-day';
import { taskOf } from './task-of.server';
import { taskFieldsSchema } from './task.schema';

export type EditTask = { taskId: string; version: number; title: string; dueOn: Day; assigneeId: string | null };

/** Corrects a task. Throws `invalid(field)`, and `stale` with what differs when somebody changed it meanwhile. */
export async function editTask(ctx: Ctx, { taskId, version, assigneeId, ...input }: EditTask): Promise<void> {
  const task = await taskOf(ctx, taskId);
  const { title, dueOn } = readInput(taskFieldsSchema, input);
  if (assigneeId !== task.assigneeId) await checkAssignee(ctx, assigneeId);
  const { count } = await ctx.db.task.updateMany({ where: { id: task.id, version }, data: { title, dueOn: dateOfDay(dueOn), assigneeId } });
  if (count > 0) return;
  const changes = [
    { field: 'title', label: 'À faire', theirs: task.title, yours: title },
    { field: 'dueOn', label: 'Pour le', theirs: dayOf(task.dueOn), yours: dayOf(dateOfDay(dueOn)), same: dayOfDate(task.dueOn) === dueOn },
  ].filter(({ theirs, yours, same }) => !(same ?? theirs === yours));
  throw stale('Une autre personne vient de modifier cette tâche.', task.version, changes.map(({ field, label, theirs, yours }) => ({ field, label, theirs, yours })));
}
