import type { Ctx } from '~/access/context';
import { conflict, invalid } from '~/domain/errors';
import { dateOfDay, parisDay, type Day } from './paris-day';
import { snoozes, type Snooze } from './snooze';
import { taskOf } from './task-of.server';

export type SnoozeTask = { taskId: string } & ({ until: Snooze } | { until?: 'day'; dueOn: Day });

/**
 * Puts a task off. The first day it was for is kept, so that one sees what is put off again and again. Throws `conflict` when it
 * is done, `invalid('dueOn')` for a day that is past.
 */
export async function snoozeTask(ctx: Ctx, input: SnoozeTask): Promise<{ dueOn: Day }> {
  const task = await taskOf(ctx, input.taskId);
  if (task.doneAt) throw conflict('Cette tâche est déjà faite.');
  const today = parisDay(ctx.now);
  const dueOn = 'dueOn' in input ? input.dueOn : snoozes[input.until].to(today);
  if (dueOn < today) throw invalid('dueOn', 'Ce jour est passé : choisissez-en un à venir.');
  await ctx.db.task.updateMany({ where: { id: task.id, doneAt: null }, data: { dueOn: dateOfDay(dueOn), snoozedFrom: task.snoozedFrom ?? task.dueOn } });
  return { dueOn };
}
