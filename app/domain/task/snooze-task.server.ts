import type { Ctx } from '~/access/context';
import { conflict, invalid } from '~/domain/errors';
import { dateOfDay, parisDay, type Day } from '~/domain/text/paris-day';
import { snoozes, type Snooze } from './snooze';
import { taskOf } from './task-of.server';

/** `until: 'day'` goes with the day chosen. */
export type SnoozeTask = { taskId: string; until: Snooze | 'day'; dueOn?: Day | null };

/**
 * Puts a task off. The first day it was for is kept, so that one sees what is put off again and again. Throws `conflict` when it
 * is done, `invalid('dueOn')` for no day or one that is past.
 */
export async function snoozeTask(ctx: Ctx, { taskId, until, dueOn: chosen = null }: SnoozeTask): Promise<{ dueOn: Day }> {
  const task = await taskOf(ctx, taskId);
  if (task.doneAt) throw conflict('Cette tâche est déjà faite.');
  const today = parisDay(ctx.now);
  const dueOn = until === 'day' ? chosen : snoozes[until].to(today);
  if (!dueOn) throw invalid('dueOn', 'Choisissez un jour.');
  if (dueOn < today) throw invalid('dueOn', 'Ce jour est passé : choisissez-en un à venir.');
  await ctx.db.task.updateMany({ where: { id: task.id, doneAt: null }, data: { dueOn: dateOfDay(dueOn), snoozedFrom: task.snoozedFrom ?? task.dueOn } });
  return { dueOn };
}
